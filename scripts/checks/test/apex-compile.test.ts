import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { apexJorje } from '../checks/apex-jorje';
import { apexLs } from '../checks/apex-ls';
import { judge } from '../jorje/jorje';
import { apexClass, find, messages, projectWith } from './project';

const OBJECT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Visit</label></CustomObject>
`;
const FIELD = `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
  <fullName>Person__c</fullName><label>Person</label><type>Lookup</type>
  <referenceTo>Contact</referenceTo><relationshipName>Visits</relationshipName>
</CustomField>
`;
const LABELS = `<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata"><labels>
  <fullName>Greeting</fullName><language>en_US</language><protected>true</protected>
  <shortDescription>Greeting</shortDescription><value>Hello</value>
</labels></CustomLabels>
`;
const VISIT = {
  'force-app/main/default/labels/CustomLabels.labels-meta.xml': LABELS,
  'force-app/main/default/objects/Visit__c/Visit__c.object-meta.xml': OBJECT,
  'force-app/main/default/objects/Visit__c/fields/Person__c.field-meta.xml': FIELD
};

const GOOD = `public with sharing class Good implements Database.Batchable<SObject>, Database.AllowsCallouts, Queueable {
    public Database.QueryLocator start(Database.BatchableContext context) {
        return Database.getQueryLocator([SELECT Id, Owner.Name FROM Lead WITH USER_MODE]);
    }
    public void execute(Database.BatchableContext context, List<SObject> scope) {
        for (Database.SaveResult result : Database.update(scope, false, AccessLevel.USER_MODE)) {
            for (Database.Error problem : result.getErrors()) {
                System.debug(problem.getStatusCode() == StatusCode.UNABLE_TO_LOCK_ROW);
            }
        }
    }
    public void finish(Database.BatchableContext context) {
        System.enqueueJob(this);
    }
    public void execute(QueueableContext context) {
        Schema.SObjectField token = Visit__c.Person__c;
        Boolean editable = Schema.SObjectType.Visit__c.fields.Person__c.isUpdateable() && token != null;
        Visit__c visit = new Visit__c(Person__c = null);
        String name = visit.Person__r?.LastName ?? System.Label.Greeting + Label.Greeting;
        List<Visit__c> visits = [SELECT Id FROM Contact].get(0).Visits__r;
        QueueableDuplicateSignature.Builder builder = new QueueableDuplicateSignature.Builder();
        try {
            throw new CalloutException(name + editable + visits.size() + builder);
        } catch (CalloutException e) {
            System.debug(e.getMessage() + e.getLineNumber());
        }
    }
}
`;

/** Faults that an org rejects, each with a part of what it says. */
const FAULTS: readonly (readonly [string, string])[] = [
  ['Integer i = "x";'.replaceAll('"', "'"), 'Illegal assignment from String to Integer'],
  ['new Lead(Nope__c = 1);', 'Field does not exist: Nope__c'],
  ['new Http().post();', 'Method does not exist or incorrect signature'],
  ['Object o = Visit__c.Nobody__c;', 'Nobody__c'],
  ['String s = System.Label.Nothing;', 'Nothing'],
  ['if (1 == 1) { return 1; }', 'return'],
  ['Database.insert(1);', 'insert']
];

describe('apex-jorje', () => {
  it('accepts a class that an org accepts', async (context) => {
    assert.equal(messages(await find(context, apexJorje, { ...VISIT, ...apexClass('Good', GOOD) })), '');
  });

  it('rejects what an org rejects, each class alone', async (context) => {
    const classes = FAULTS.map(([statement], index) =>
      apexClass(`Wrong${index}`, `public class Wrong${index} { void run() { ${statement} } }`)
    );
    const root = projectWith(context, Object.assign({ ...VISIT }, ...classes) as Record<string, string>);
    const found = await judge([join(root, 'force-app')], 'apart');
    FAULTS.forEach(([statement, expected], index) => {
      const ofClass = messages(found.filter((finding) => finding.file.endsWith(`Wrong${index}.cls`)));
      assert.ok(ofClass.includes(expected), `${statement} gave: ${ofClass}`);
    });
  });

  it('knows what only the compiler itself knows: visibility, annotations and reserved words', async (context) => {
    const found = await find(context, apexJorje, {
      ...apexClass('Secret', 'public class Secret { private Integer code; @Nonsense void a() {} Integer limit; }'),
      ...apexClass('Spy', 'public class Spy { Integer read(Secret secret) { return secret.code; } }')
    });
    const text = messages(found);
    assert.match(text, /Annotation does not exist: Nonsense/);
    assert.match(text, /Spy\.cls:1 .*Variable is not visible: Secret\.code/);
    assert.match(text, /Unexpected token 'limit'/);
  });
});

describe('apex-ls', () => {
  it('accepts a class that an org accepts', async (context) => {
    assert.equal(messages(await find(context, apexLs, { ...VISIT, ...apexClass('Good', GOOD) })), '');
  });

  it('finds a wrong type and an unknown field, with file and line', async (context) => {
    const source = 'public class Wrong {\n    Integer i = new Lead().Nope__c;\n    Http h = 1;\n}\n';
    const text = messages(await find(context, apexLs, apexClass('Wrong', source)));
    assert.match(text, /Wrong\.cls:2 .*Nope__c/);
    assert.match(text, /Wrong\.cls:3 /);
  });
});
