import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FlexiPage, PageRegion } from '../../src/schema/flexiPages';
import { recordRegions } from '../../src/web/shown/pages';

const region = (
  name: string,
  kind: PageRegion['kind'],
  ...components: [string, Record<string, string>?][]
): PageRegion => ({
  name,
  kind,
  components: components.map(([component, properties = {}]) => ({ name: component, properties, isConditional: false }))
});

const page = (...regions: PageRegion[]): FlexiPage => ({
  name: 'Sale',
  label: 'Sale',
  description: null,
  type: 'RecordPage',
  object: 'Sale__c',
  template: 'flexipage:recordHomeTemplateDesktop',
  regions
});

const names = (flexiPage: FlexiPage): [string, string[]][] =>
  recordRegions(flexiPage).map(({ name, components }) => [name, components.map((component) => component.name)]);

describe('the regions of a record page', () => {
  it('hold their components in order, those of the project by their tags', () => {
    const sale = page(
      region('main', 'Region', ['force:detailPanel'], ['saleParts']),
      region('sidebar', 'Region', ['c:saleCard'])
    );
    assert.deepEqual(names(sale), [
      ['main', ['force:detailPanel', 'c-sale-parts']],
      ['sidebar', ['c-sale-card']]
    ]);
  });

  it('hold what is inside tabs where the tabs are', () => {
    const sale = page(
      region('details', 'Facet', ['force:detailPanel']),
      region('tabs', 'Facet', ['flexipage:tab', { body: 'details' }]),
      region('nowhere', 'Facet', ['saleParts']),
      region('main', 'Region', ['flexipage:tabset', { tabs: 'tabs' }], ['saleCard'])
    );
    assert.deepEqual(names(sale), [
      ['main', ['flexipage:tabset', 'flexipage:tab', 'force:detailPanel', 'c-sale-card']]
    ]);
  });

  it('come to an end when a facet holds itself', () => {
    const sale = page(
      region('tabs', 'Facet', ['flexipage:tab', { body: 'tabs' }]),
      region('main', 'Region', ['flexipage:tabset', { tabs: 'tabs' }])
    );
    assert.deepEqual(names(sale), [['main', ['flexipage:tabset', 'flexipage:tab']]]);
  });
});
