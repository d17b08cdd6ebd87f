import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { security } from '../checks/security';
import { applySuppressions, SUPPRESSIONS_FILE, unexplainedAnnotations } from '../checks/suppressions';
import { apexClass, find, messages, projectWith } from './project';

describe('security', () => {
  it('finds injection, missing sharing and missing access checks', async (context) => {
    const source = `public class Open {
    public List<Lead> search(String text) {
        return Database.query('SELECT Id FROM Lead WHERE Name = \\'' + text + '\\'');
    }
    public void remove(List<Lead> leads) {
        delete leads;
    }
}
`;
    const text = messages(await find(context, security, apexClass('Open', source)));
    assert.match(text, /Open\.cls:3 pmd:ApexSOQLInjection/);
    assert.match(text, /Open\.cls:\d+ pmd:ApexSharingViolations/);
    assert.match(text, /Open\.cls:6 pmd:ApexCRUDViolation/);
  });

  it('finds what is unsafe in components, which are analyzed as they are deployed', async (context) => {
    const source = `import { LightningElement } from 'lwc';
export default class Open extends LightningElement {
  handleClick(event: CustomEvent<string>): void {
    this.template!.querySelector('div')!.innerHTML = event.detail;
  }
}
`;
    const files = { 'force-app/main/default/lwc/open/open.ts': source };
    assert.match(
      messages(await find(context, security, files)),
      /lwc\/open\/open\.ts: eslint:@lwc\/lwc\/no-inner-html/
    );
  });

  it('finds libraries with known holes, and judges nothing else of them', async (context) => {
    const library = '/*! jQuery v1.8.1 jquery.com | jquery.org/license */\nvar a = 1; eval("a == 2");\n';
    const files = { 'force-app/main/default/staticresources/Old.js': library };
    const found = await find(context, security, files);
    assert.match(messages(found), /Old\.js.*retire-js:LibraryWithKnown/);
    assert.deepEqual(
      found.filter(({ rule }) => !rule?.startsWith('retire-js')),
      []
    );
  });
});

describe('suppressions', () => {
  const finding = { file: 'force-app/A.cls', rule: 'pmd:X', message: 'm' };
  const listed = (reason: string, files = ['force-app/A.cls']): Record<string, string> => ({
    [SUPPRESSIONS_FILE]: JSON.stringify([{ rule: 'pmd:X', files, reason }])
  });

  it('takes out what is accepted with a reason, and nothing else', (context) => {
    const root = projectWith(context, listed('The value never leaves this class.'));
    assert.deepEqual(applySuppressions(root, [finding]), []);
    assert.equal(applySuppressions(root, [finding, { ...finding, rule: 'pmd:Y' }]).length, 1);
  });

  it('fails on a suppression without a reason, and on one that nothing needs', (context) => {
    const bare = projectWith(context, listed(''));
    assert.match(messages(applySuppressions(bare, [finding])), /gives no reason/);
    const stale = projectWith(context, listed('The value never leaves this class.'));
    assert.match(messages(applySuppressions(stale, [])), /does not need this suppression/);
  });

  it('wants a comment beside @SuppressWarnings and NOPMD', (context) => {
    const root = projectWith(context, {
      ...apexClass('Bare', "@SuppressWarnings('PMD.X')\npublic class Bare {\n  Integer i; // NOPMD\n}\n"),
      ...apexClass(
        'Told',
        "// The platform calls it without sharing.\n@SuppressWarnings('PMD.X')\npublic class Told {}\n"
      )
    });
    const text = messages(unexplainedAnnotations(root, root));
    assert.match(text, /Bare\.cls:1 /);
    assert.match(text, /Bare\.cls:3 /);
    assert.doesNotMatch(text, /Told/);
  });
});
