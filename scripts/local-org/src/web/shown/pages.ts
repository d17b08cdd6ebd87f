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

/** The project's own components on a page, wherever they are placed. */
export function ownComponents(page: FlexiPage): ShownComponent[] {
  const placed = page.regions.flatMap((region) => region.components);
  return placed.filter(({ name }) => ownComponent(name) !== null).map(shownComponent);
}
