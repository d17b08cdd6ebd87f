import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { declareApex } from '../../src/components/apexTypes';

function declare(...sources: string[]): string {
  return declareApex(sources.map((source, index) => ({ file: `Class${index}.cls`, kind: 'class', source }))).text;
}

const VISIT = `public class Visit {
  @AuraEnabled public Integer minutes { get; set; }
  @AuraEnabled public Datetime beganAt;
  @AuraEnabled public List<Visit> others { get; set; }
  @AuraEnabled public Map<String, Decimal> costs { get; set; }
  public String hidden;
}`;

describe('types of Apex for components', () => {
  it('declares members with @AuraEnabled, each optional or null, and no others', () => {
    const text = declare(VISIT);
    assert.match(text, /interface Visit \{/);
    assert.match(text, /minutes\?: number \| null;/);
    assert.match(text, /beganAt\?: string \| null;/);
    assert.match(text, /others\?: Apex\.Visit\[\] \| null;/);
    assert.match(text, /costs\?: Record<string, number> \| null;/);
    assert.doesNotMatch(text, /hidden/);
  });

  it('declares one module a method, with its parameters and its result', () => {
    const text = declare(
      VISIT,
      'public class Visits { @AuraEnabled public static List<Visit> load(Id userId, Visit[] known) { return null; } }'
    );
    assert.match(text, /declare module '@salesforce\/apex\/Visits\.load'/);
    const parameters = 'userId: string | null | undefined; known: Apex.Visit[] | null | undefined';
    assert.ok(text.includes(`(parameters: { ${parameters} }): Promise<Apex.Visit[]>;`), text);
  });

  it('gives a wire adapter to cacheable methods only', () => {
    const cacheable = 'public class A { @AuraEnabled(cacheable=true) public static String a() { return null; } }';
    assert.match(declare(cacheable), /adapter: WireAdapter<Record<string, never>, string>/);
    assert.doesNotMatch(declare(cacheable.replace('true', 'false')), /adapter/);
  });

  it('takes no method for one of components that has no annotation or is not static', () => {
    const text = declare(
      'public class A { public static void a() {} @AuraEnabled public void b() {} /* @AuraEnabled */ public static void c() {} }'
    );
    assert.doesNotMatch(text, /declare module/);
  });

  it('knows inner classes, enums, parents and records', () => {
    const text = declare(
      'public virtual class Base { @AuraEnabled public Id key; }',
      `public class Shelf extends Base {
        public enum Size { SMALL, LARGE }
        public class Book { @AuraEnabled public String title; }
        @AuraEnabled public Size size;
        @AuraEnabled public List<Book> books;
        @AuraEnabled public InsightsRun__c run;
      }`
    );
    assert.match(text, /interface Shelf extends Base/);
    assert.match(text, /size\?: 'SMALL' \| 'LARGE' \| null/);
    assert.match(text, /books\?: Apex\.Shelf\.Book\[\]/);
    assert.match(text, /namespace Shelf \{\s+interface Book/);
    assert.match(text, /run\?: Record<string, unknown>/);
  });

  it('refuses by name what components cannot be given', () => {
    const blind = 'public class Blind { public String name; }';
    const method = 'public class A { @AuraEnabled public static Blind a() { return null; } }';
    assert.throws(() => declare(blind, method), /A\.a: components would see Blind, which has no @AuraEnabled member/);
    const request = 'public class A { @AuraEnabled public static HttpRequest a() { return null; } }';
    assert.throws(() => declare(request), /A\.a: components cannot be given a HttpRequest/);
  });

  it('names file, line and column of Apex that does not parse', () => {
    assert.throws(() => declare('public class A { void }'), /^Error: Class0\.cls:1:\d+ /);
  });
});
