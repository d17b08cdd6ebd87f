/**
 * Has the corpus judged by the front end of Salesforce's own compiler and compares: what it rejects must be rejected here,
 * in the same words, and what it accepts must be accepted. It does not judge queries, which `queries.ts` holds.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { judge } from '../../../checks/jorje/jorje';
import { declarationsOne } from './corpus/declarationsOne';
import { declarationsTwo } from './corpus/declarationsTwo';
import { programsOne } from './corpus/programsOne';
import { programsThree } from './corpus/programsThree';
import { programsTwo } from './corpus/programsTwo';
import { statementsOne } from './corpus/statementsOne';
import { statementsThree } from './corpus/statementsThree';
import { statementsTwo } from './corpus/statementsTwo';
import { inMethod } from './support';

interface Judged {
  code: string;
  errors: readonly string[];
}

const statements = [...statementsOne, ...statementsTwo, ...statementsThree].map(({ code, errors }) => ({
  code: inMethod(code),
  errors
}));
const declarations = [...declarationsOne, ...declarationsTwo, ...programsOne, ...programsTwo, ...programsThree];
/** The compiler is run as for trusted sources, which may have what these rules forbid; an org enforces them. */
const NOT_FOR_TRUSTED = [
  'Invalid character in identifier',
  'Identifier name is too long',
  'System exception constructor'
];

function isJudged({ code, errors }: Judged): boolean {
  const oneFile = !code.includes('---') && !code.startsWith('trigger');
  return oneFile && !errors.some((error) => NOT_FOR_TRUSTED.some((rule) => error.startsWith(rule)));
}

/** One file each, so that all can be judged in one go. */
const cases: Judged[] = [...statements, ...declarations].filter(isJudged);

describe("the corpus before Salesforce's compiler", () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-org-judged-'));
  const found = new Map<string, string[]>();

  before(async () => {
    for (const [i, { code }] of cases.entries()) {
      const dir = path.join(folder, `case${i}`);
      mkdirSync(dir);
      writeFileSync(path.join(dir, 'Foo.cls'), code);
    }
    for (const { file, message } of await judge([folder], 'apart')) {
      const key = path.basename(path.dirname(file));
      found.set(key, [...(found.get(key) ?? []), message]);
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [i, { code, errors }] of cases.entries()) {
    it(code, () => {
      const judged = [...new Set(found.get(`case${i}`) ?? [])];
      assert.deepEqual(judged.sort(), [...errors].sort());
    });
  }
});
