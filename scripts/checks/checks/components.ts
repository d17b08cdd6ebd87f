import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  bundlesIn,
  componentFolders,
  projectBundles,
  type ComponentBundle
} from '../../local-org/src/components/bundles';
import { ProjectNames } from '../../local-org/src/components/projectNames';
import { writeTypes } from '../../local-org/src/components/types';
import { compileBundle, type ComponentReference } from '../components/compile';
import { describeBundle } from '../components/description';
import { ReferenceJudge } from '../components/references';
import type { Check, Finding } from '../framework/check';
import { shortPath } from '../framework/paths';
import { unusedLabelFindings } from '../metadata/labels';
import { typeFindings } from './types';

/** The TypeScript settings of components and their tests. */
const CONFIG = 'tsconfig.lwc-tests.json';

/** Components compile as they are deployed, their types fit, and what they name exists. */
export const components: Check = {
  name: 'components',
  purpose: "Components pass Salesforce's compiler and TypeScript's, and name only what exists; labels are used",
  async run(root) {
    const bundles = projectBundles(root);
    if (bundles.length === 0) throw new Error(`There is no component below ${root}`);
    const compiled = await compileAll(root, bundles);
    writeTypes(root);
    const types = typeFindings(root, CONFIG);
    return {
      findings: [
        ...foldersWithoutBundle(root),
        ...compiled.findings,
        ...referenceFindings(root, bundles, compiled.references),
        ...types.findings,
        ...unusedLabelFindings(root, join(root, 'force-app'))
      ],
      note: `${bundles.length} components, ${types.files} files`
    };
  }
};

/** A folder whose main file has another name is no component: a deployment would reject it. */
function foldersWithoutBundle(root: string): Finding[] {
  return componentFolders(root).flatMap((folder) => {
    const known = new Set(bundlesIn(folder, 'c').map(({ name }) => name));
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return names
      .filter(({ name }) => !known.has(name))
      .map(({ name }) => ({ file: shortPath(root, join(folder, name)), message: `It has no file ${name}.ts` }));
  });
}

async function compileAll(
  root: string,
  bundles: readonly ComponentBundle[]
): Promise<{ findings: Finding[]; references: ComponentReference[] }> {
  const findings: Finding[] = [];
  const references: ComponentReference[] = [];
  for (const bundle of bundles) {
    const description = describeBundle(root, bundle);
    const compiled = await compileBundle(root, bundle, description.apiVersion);
    findings.push(...description.findings, ...compiled.findings);
    references.push(...compiled.references);
  }
  return { findings, references };
}

function referenceFindings(
  root: string,
  bundles: readonly ComponentBundle[],
  references: readonly ComponentReference[]
): Finding[] {
  const judge = new ReferenceJudge(ProjectNames.of(root), new Set(bundles.map(({ specifier }) => specifier)));
  return references.flatMap((reference) => {
    const message = judge.fault(reference);
    const { file, line } = reference;
    return message === undefined ? [] : [{ file, ...(line === undefined ? {} : { line }), message }];
  });
}
