import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import {
  CodeAnalyzer,
  CodeAnalyzerConfig,
  EventType,
  LogLevel,
  SeverityLevel,
  type EngineLogEvent,
  type RuleSelection,
  type RunResults,
  type Violation
} from '@salesforce/code-analyzer-core';
import * as eslintEngine from '@salesforce/code-analyzer-eslint-engine';
import * as pmdEngine from '@salesforce/code-analyzer-pmd-engine';
import * as regexEngine from '@salesforce/code-analyzer-regex-engine';
import * as retireEngine from '@salesforce/code-analyzer-retirejs-engine';
import * as sfgeEngine from '@salesforce/code-analyzer-sfge-engine';
import { emitComponents } from '../../local-org/src/components/emit';
import type { Check, Finding } from '../framework/check';
import { filesBelow, shortPath } from '../framework/paths';
import { applySuppressions, unexplainedAnnotations } from './suppressions';

/**
 * What AppExchange's review asks, Salesforce's recommended security rules, and the recommended rules of PMD for Apex and of
 * ESLint for components.
 */
const RULE_SELECTORS = ['AppExchange', 'Recommended:Security', 'pmd:Recommended', 'eslint:Recommended'];

/** For JavaScript ESLint alone: the parser of PMD does not know the JavaScript of today. */
const SCRIPT_SELECTORS = ['eslint:Recommended', 'eslint:AppExchange'];

/** What knows the vulnerable versions of libraries. */
const LIBRARY_SELECTORS = ['retire-js'];

/** The mildest severity that fails the check. */
const WORST_ALLOWED = SeverityLevel.Low;

/** Salesforce Code Analyzer finds nothing of severity 1 to 3, and every suppression says why. */
export const security: Check = {
  name: 'security',
  purpose: 'Code Analyzer (AppExchange, security, PMD) finds nothing of severity 1 to 3',
  async run(root) {
    const folder = join(root, 'force-app');
    if (!existsSync(folder)) throw new Error(`${folder} does not exist: there is nothing to analyze`);
    // Components are analyzed as the JavaScript that is deployed: the engine's own TypeScript settings do not know them.
    emitComponents(root);
    const analyzer = await createAnalyzer(root);
    const failures: Finding[] = [];
    analyzer.onEvent<EngineLogEvent>(EventType.EngineLogEvent, ({ engineName, logLevel, message }) => {
      if (logLevel === LogLevel.Error) failures.push({ file: '', rule: engineName, message });
    });
    const files = filesBelow(folder, () => true).filter(isDeployed);
    const isScript = (file: string): boolean => file.endsWith('.js') && !isLibrary(file);
    const parts = [
      await analyze(
        analyzer,
        root,
        files.filter((file) => !file.endsWith('.js')),
        RULE_SELECTORS
      ),
      await analyze(analyzer, root, files.filter(isScript), SCRIPT_SELECTORS),
      await analyze(analyzer, root, files.filter(isLibrary), LIBRARY_SELECTORS)
    ];
    const violations = parts.flatMap(({ results }) => results.getViolations());
    const ruleCount = parts[0]?.rules.getCount() ?? 0;
    const severe = violations.filter((violation) => violation.getRule().getSeverityLevel() < WORST_ALLOWED);
    const found = severe.map((violation) => toFinding(root, violation));
    const findings = [...failures, ...applySuppressions(root, found), ...unexplainedAnnotations(root, folder)];
    return { findings, note: `${ruleCount} rules, ${violations.length - severe.length} minor` };
  }
};

async function analyze(
  analyzer: CodeAnalyzer,
  root: string,
  files: readonly string[],
  selectors: readonly string[]
): Promise<{ rules: RuleSelection; results: RunResults }> {
  const workspace = await analyzer.createWorkspace([...files, ...projectFiles(root)]);
  const rules = await analyzer.selectRules([...selectors], { workspace });
  return { rules, results: await analyzer.run(rules, { workspace }) };
}

/** What stands in the project's folder and engines look for. */
function projectFiles(root: string): string[] {
  return [join(root, 'sfdx-project.json')].filter((file) => existsSync(file));
}

function isDeployed(file: string): boolean {
  return !file.endsWith('.ts') && !file.includes(`${sep}__tests__${sep}`);
}

/** Libraries come as static resources, minified: only whether they are vulnerable is ours to judge. */
function isLibrary(file: string): boolean {
  return file.includes(`${sep}staticresources${sep}`) && file.endsWith('.js');
}

async function createAnalyzer(root: string): Promise<CodeAnalyzer> {
  const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject({}, root));
  for (const engine of [pmdEngine, eslintEngine, regexEngine, retireEngine, sfgeEngine]) {
    await analyzer.addEnginePlugin(engine.createEnginePlugin());
  }
  return analyzer;
}

function toFinding(root: string, violation: Violation): Finding {
  const place = violation.getPrimaryLocation();
  const file = place.getFile();
  // Lines of emitted JavaScript are not those of its TypeScript.
  const source = file?.replace(/\.js$/, '.ts');
  const isEmitted = source !== undefined && source !== file && existsSync(source);
  return {
    file: file ? shortPath(root, isEmitted ? source : file) : '',
    ...(isEmitted ? {} : { line: place.getStartLine(), column: place.getStartColumn() }),
    rule: `${violation.getRule().getEngineName()}:${violation.getRule().getName()}`,
    message: `(severity ${violation.getRule().getSeverityLevel()}) ${violation.getMessage()}`
  };
}
