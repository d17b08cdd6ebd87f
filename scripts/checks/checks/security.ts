import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig, SeverityLevel, type Violation } from '@salesforce/code-analyzer-core';
import * as eslintEngine from '@salesforce/code-analyzer-eslint-engine';
import * as pmdEngine from '@salesforce/code-analyzer-pmd-engine';
import * as regexEngine from '@salesforce/code-analyzer-regex-engine';
import * as retireEngine from '@salesforce/code-analyzer-retirejs-engine';
import * as sfgeEngine from '@salesforce/code-analyzer-sfge-engine';
import type { Check, Finding } from '../framework/check';
import { filesBelow, shortPath } from '../framework/paths';
import { applySuppressions, unexplainedAnnotations } from './suppressions';

/** What AppExchange's review asks, Salesforce's recommended security rules, and PMD's recommended rules for Apex. */
const RULE_SELECTORS = ['AppExchange', 'Recommended:Security', 'pmd:Recommended'];

/** The mildest severity that fails the check. */
const WORST_ALLOWED = SeverityLevel.Low;

/** Salesforce Code Analyzer finds nothing of severity 1 to 3, and every suppression says why. */
export const security: Check = {
  name: 'security',
  purpose: 'Code Analyzer (AppExchange, security, PMD) finds nothing of severity 1 to 3',
  async run(root) {
    const folder = join(root, 'force-app');
    if (!existsSync(folder)) throw new Error(`${folder} does not exist: there is nothing to analyze`);
    const analyzer = await createAnalyzer(root);
    const workspace = await analyzer.createWorkspace([folder, ...filesBelow(root, isProjectFile)]);
    const rules = await analyzer.selectRules(RULE_SELECTORS, { workspace });
    const results = await analyzer.run(rules, { workspace });
    const severe = results
      .getViolations()
      .filter((violation) => violation.getRule().getSeverityLevel() < WORST_ALLOWED);
    const found = severe.map((violation) => toFinding(root, violation));
    const findings = [...applySuppressions(root, found), ...unexplainedAnnotations(root, folder)];
    return { findings, note: `${rules.getCount()} rules, ${results.getViolationCount() - severe.length} minor` };
  }
};

/** The TypeScript configuration, without which TypeScript components are not understood. */
function isProjectFile(name: string): boolean {
  return name === 'sfdx-project.json';
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
  return {
    file: file ? shortPath(root, file) : '',
    line: place.getStartLine(),
    column: place.getStartColumn(),
    rule: `${violation.getRule().getEngineName()}:${violation.getRule().getName()}`,
    message: `(severity ${violation.getRule().getSeverityLevel()}) ${violation.getMessage()}`
  };
}
