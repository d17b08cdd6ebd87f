/**
 * What an org shows to people: applications, tabs, pages, layouts, list views and their translations.
 */
import { checkApplication, checkTab, readApplication, readRecordPages, readTab } from './applications';
import { checkFlexiPage, readBundle, readFlexiPage } from './flexiPages';
import { checkLayout, checkListView, readLayout, readListView, type ListView } from './layouts';
import type { ParsedFiles } from './load';
import type { Schema } from './model';
import type { ProjectMetadata } from './project';
import { readObjectTranslations } from './translations';

type Shown = Pick<
  ProjectMetadata,
  'applications' | 'tabs' | 'flexiPages' | 'recordPages' | 'layouts' | 'listViews' | 'bundles' | 'translations'
>;

/** Reads it. */
export function readShown(files: ParsedFiles, schema: Schema): Shown {
  const bundles = files.read('js', (file) => readBundle(file.name, file.root));
  for (const { name } of files.of('cmp')) bundles.set(name, { name, isExposed: true, targets: [] });
  return {
    applications: files.read('app', (file) => readApplication(file.name, file.root)),
    tabs: files.read('tab', (file) => readTab(file.name, file.root)),
    flexiPages: files.read('flexipage', (file) => readFlexiPage(file.name, file.root)),
    recordPages: files.of('object').flatMap((file) => readRecordPages(file.root, file.name)),
    layouts: files.read('layout', (file) => readLayout(file.name, file.root)),
    listViews: readListViews(files, schema),
    bundles,
    translations: readObjectTranslations(
      files.of('objectTranslation'),
      files.of('fieldTranslation'),
      files.of('translation')
    )
  };
}

function readListViews(files: ParsedFiles, schema: Schema): ListView[] {
  const inline = files
    .of('object')
    .flatMap((file) =>
      file.root
        .all('listViews')
        .map((root) => ({ file: file.file, object: file.name, name: root.text('fullName') ?? '', root }))
    );
  const own = files.of('listView').map(({ file, object, name, root }) => ({ file, object: object ?? '', name, root }));
  return [...inline, ...own].map(({ file, object, name, root }) => {
    const view = readListView(object, name, root);
    checkListView(view, file, schema, files.problems);
    return view;
  });
}

/** Checks what these components refer to. */
export function checkShown(project: ProjectMetadata, files: ParsedFiles): void {
  const { problems } = files;
  const each = <T>(
    type: 'app' | 'tab' | 'flexipage' | 'layout',
    found: ReadonlyMap<string, T>,
    check: (item: T, file: string) => void
  ): void => {
    for (const { name, file } of files.of(type)) {
      const item = found.get(name);
      if (item !== undefined) check(item, file);
    }
  };
  each('app', project.applications, (app, file) => checkApplication(app, file, project, problems));
  each('tab', project.tabs, (tab, file) => checkTab(tab, file, project, problems));
  each('flexipage', project.flexiPages, (page, file) => checkFlexiPage(page, file, project, problems));
  each('layout', project.layouts, (layout, file) => checkLayout(layout, file, project.schema, problems));
}
