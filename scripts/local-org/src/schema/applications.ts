/**
 * Reads applications and tabs. Source: Metadata API Developer Guide, CustomApplication and CustomTab.
 */
import type { Schema } from './model';
import type { Problems } from './problems';
import type { NamedComponent } from './project';
import type { XmlElement } from './xml';

export interface Application extends NamedComponent {
  headerColor: string | null;
  /** API names of its tabs, in order; those of standard objects as `standard-Account`. */
  tabs: string[];
  isLightning: boolean;
  recordPages: RecordPage[];
}

/** The page on which records of an object are shown. */
export interface RecordPage {
  object: string;
  page: string;
}

export interface CustomTab {
  name: string;
  /** Tabs of objects have the object's plural label. */
  label: string | null;
  description: string | null;
  kind: 'object' | 'page' | 'other';
  /** FlexiPage of a page tab. */
  page: string | null;
  /** `Custom67: Gears`. */
  motif: string | null;
}

/** Overrides of the action View by a page; `object` where the element stands inside an object. */
export function readRecordPages(root: XmlElement, object: string | null = null): RecordPage[] {
  return root.all('actionOverrides').flatMap((item) => {
    const [page, target] = [item.text('content'), object ?? item.text('pageOrSobjectType')];
    const isPage = item.text('actionName') === 'View' && item.text('type') === 'Flexipage';
    return isPage && page !== null && target !== null ? [{ object: target, page }] : [];
  });
}

export function readApplication(name: string, root: XmlElement): Application {
  return {
    name,
    label: root.text('label') ?? name,
    description: root.text('description'),
    headerColor: root.first('brand')?.text('headerColor') ?? null,
    tabs: root.all('tabs').map((tab) => tab.value),
    isLightning: root.text('uiType') === 'Lightning',
    recordPages: readRecordPages(root)
  };
}

export function readTab(name: string, root: XmlElement): CustomTab {
  const page = root.text('flexiPage');
  const kind = root.flag('customObject') ? 'object' : page === null ? 'other' : 'page';
  return {
    name,
    label: root.text('label'),
    description: root.text('description'),
    kind,
    page,
    motif: root.text('motif')
  };
}

/** What tabs and applications refer to. */
export interface TabTargets {
  schema: Schema;
  tabs: ReadonlyMap<string, CustomTab>;
  flexiPages: ReadonlyMap<string, unknown>;
}

/** Checks a tab's references. */
export function checkTab(tab: CustomTab, file: string, targets: TabTargets, problems: Problems): void {
  if (tab.page !== null && !targets.flexiPages.has(tab.page))
    problems.error(file, 'CustomTab', tab.name, `In field: flexiPage - no FlexiPage named ${tab.page} found`);
  if (tab.kind === 'object' && !targets.schema.objects.has(tab.name.toLowerCase()))
    problems.error(file, 'CustomTab', tab.name, `In field: customObject - no CustomObject named ${tab.name} found`);
}

/** Checks an application's references. */
export function checkApplication(app: Application, file: string, targets: TabTargets, problems: Problems): void {
  const error = (message: string): void => problems.error(file, 'CustomApplication', app.name, message);
  for (const tab of app.tabs) {
    if (!isStandardTab(tab) && !targets.tabs.has(tab)) error(`In field: tabs - no CustomTab named ${tab} found`);
  }
  for (const { page } of app.recordPages) {
    if (!targets.flexiPages.has(page)) error(`In field: content - no FlexiPage named ${page} found`);
  }
}

/** Tabs that every org has are named `standard-…`. */
export function isStandardTab(name: string): boolean {
  return name.startsWith('standard-');
}
