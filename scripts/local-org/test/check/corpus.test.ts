import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { declarationsOne } from './corpus/declarationsOne';
import { declarationsTwo } from './corpus/declarationsTwo';
import { programsOne } from './corpus/programsOne';
import { programsThree } from './corpus/programsThree';
import { programsTwo } from './corpus/programsTwo';
import { queries } from './corpus/queries';
import { statementsOne } from './corpus/statementsOne';
import { statementsThree } from './corpus/statementsThree';
import { statementsTwo } from './corpus/statementsTwo';
import { units } from './corpus/units';
import { inMethod, messagesOf, type Case } from './support';

function suite(name: string, cases: readonly Case[], wrap: (code: string) => string = (code) => code): void {
  describe(name, () => {
    for (const { code, errors, anonymous } of cases) {
      it(code, () => {
        const messages = messagesOf(wrap(code), { anonymous: anonymous === true });
        assert.deepEqual([...messages].sort(), [...errors].sort());
      });
    }
  });
}

suite('statements', [...statementsOne, ...statementsTwo, ...statementsThree], inMethod);
suite('declarations', [...declarationsOne, ...declarationsTwo]);
suite('programs', [...programsOne, ...programsTwo, ...programsThree]);
suite('queries, records and DML', queries, inMethod);
suite('triggers and anonymous blocks', units);
