/**
 * Reads Lightning pages, and what components say of themselves. Source: Metadata API Developer Guide, FlexiPage and
 * LightningComponentBundle.
 */
import type { Schema } from './model';
import type { Problems } from './problems';
import type { NamedComponent } from './project';
import type { XmlElement } from './xml';

/** A component placed on a page. */
export interface PlacedComponent {
  /** As written: `insightsApp`, `c:insightsApp`, `force:detailPanel`. */
  name: string;
  /** A property that holds a facet has the facet's name as its value. */
  properties: Record<string, string>;
  /** It shows only while a condition holds. */
  isConditional: boolean;
}

export interface PageRegion {
  name: string;
  /** Facets are placed inside components. */
  kind: 'Region' | 'Facet';
  components: PlacedComponent[];
}

export interface FlexiPage extends NamedComponent {
  /** `AppPage`, `RecordPage`, `HomePage` … */
  type: string;
  object: string | null;
  template: string;
  regions: PageRegion[];
}

/** A Lightning web component or Aura component of the project. */
export interface ComponentBundle {
  name: string;
  isExposed: boolean;
  /** `lightning__AppPage` …; empty for Aura components, which say it in their source. */
  targets: string[];
}

function readComponent(item: XmlElement): PlacedComponent {
  const properties = item.all('componentInstanceProperties').map((property): [string, string] => {
    const list = property.first('valueList')?.all('valueListItems') ?? [];
    const values = list.map((entry) => entry.text('value') ?? '');
    return [property.text('name') ?? '', property.text('value') ?? values.join(',')];
  });
  return {
    name: item.text('componentName') ?? '',
    properties: Object.fromEntries(properties),
    isConditional: item.first('visibilityRule') !== null
  };
}

function readRegion(region: XmlElement): PageRegion {
  // Pages of older API versions hold their components without itemInstances.
  const items = [...region.all('itemInstances'), region];
  return {
    name: region.text('name') ?? '',
    kind: region.text('type') === 'Facet' ? 'Facet' : 'Region',
    components: items.flatMap((item) =>
      [...item.all('componentInstance'), ...item.all('componentInstances')].map(readComponent)
    )
  };
}

export function readFlexiPage(name: string, root: XmlElement): FlexiPage {
  return {
    name,
    label: root.text('masterLabel') ?? name,
    description: root.text('description'),
    type: root.text('type') ?? '',
    object: root.text('sobjectType'),
    template: root.first('template')?.text('name') ?? '',
    regions: root.all('flexiPageRegions').map(readRegion)
  };
}

export function readBundle(name: string, root: XmlElement): ComponentBundle {
  const targets = root.first('targets')?.all('target') ?? [];
  return { name, isExposed: root.flag('isExposed'), targets: targets.map((target) => target.value) };
}

/** Name of the project's component that is placed; null for those of the platform and of packages. */
export function ownComponent(name: string): string | null {
  const [namespace, bare] = name.includes(':') ? name.split(':') : ['c', name];
  return namespace === 'c' && bare ? bare : null;
}

/** Checks what a page refers to. */
export function checkFlexiPage(
  page: FlexiPage,
  file: string,
  targets: { schema: Schema; bundles: ReadonlyMap<string, ComponentBundle> },
  problems: Problems
): void {
  const error = (message: string): void => problems.error(file, 'FlexiPage', page.name, message);
  if (page.object !== null && !targets.schema.objects.has(page.object.toLowerCase()))
    error(`In field: sobjectType - no CustomObject named ${page.object} found`);
  for (const { name } of page.regions.flatMap((region) => region.components)) {
    const own = ownComponent(name);
    if (own === null) continue;
    const bundle = targets.bundles.get(own);
    if (!bundle?.isExposed) error(`We couldn't retrieve the design time component information for component c:${own}.`);
    else if (bundle.targets.length > 0 && !bundle.targets.includes(`lightning__${page.type}`))
      error(`The component c:${own} has no target lightning__${page.type}.`);
  }
}
