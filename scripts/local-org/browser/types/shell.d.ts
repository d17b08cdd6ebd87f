declare module 'local/components' {
  import type { LightningElement } from 'lwc';

  /** The project's components by tag name: `c-insights-app`. */
  const components: Record<string, (() => Promise<{ default: new () => LightningElement }>) | undefined>;
  export default components;
}
