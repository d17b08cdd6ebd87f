/** Lightning pages as the shell draws them. */
import { ownComponent, type FlexiPage, type PlacedComponent } from '../../schema/flexiPages';

/** A component by the tag that the shell makes of it. */
export interface ShownComponent {
  /** `c-insights-app` for the project's own, `flexipage:tabset` for the platform's. */
  name: string;
  properties: Record<string, string>;
}

export interface ShownRegion {
  name: string;
  /** Facets are regions inside components, which name them in their properties. */
  kind: 'Region' | 'Facet';
  components: ShownComponent[];
}

export interface ShownPage {
  label: string;
  template: string;
  regions: ShownRegion[];
}

/** `insightsApp` -> `c-insights-app`. */
export function tagOf(component: string): string {
  return `c-${component.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function shownComponent({ name, properties }: PlacedComponent): ShownComponent {
  const own = ownComponent(name);
  return { name: own === null ? name : tagOf(own), properties };
}

export function shownPage({ label, template, regions }: FlexiPage): ShownPage {
  return {
    label,
    template,
    regions: regions.map(({ name, kind, components }) => ({ name, kind, components: components.map(shownComponent) }))
  };
}

/**
 * The regions of a record page. What a facet holds stands behind the component that holds the facet: tabs and accordions
 * are shown one below the other.
 */
export function recordRegions(page: FlexiPage): ShownRegion[] {
  const facets = new Map(page.regions.filter(({ kind }) => kind === 'Facet').map((facet) => [facet.name, facet]));
  const inside = (component: PlacedComponent): PlacedComponent[] =>
    Object.values(component.properties)
      .flatMap((value) => value.split(','))
      .flatMap((name) => {
        const facet = facets.get(name);
        // A facet stands in one place; one that held itself would have no end.
        facets.delete(name);
        return facet ? flat(facet.components) : [];
      });
  const flat = (components: readonly PlacedComponent[]): PlacedComponent[] =>
    components.flatMap((component) => [component, ...inside(component)]);
  return page.regions
    .filter(({ kind }) => kind === 'Region')
    .map(({ name, kind, components }) => ({ name, kind, components: flat(components).map(shownComponent) }));
}
