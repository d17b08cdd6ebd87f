import { LightningElement, api } from 'lwc';
import components from 'local/components';
import { shellText } from '../../../shellText';

type ComponentClass = new () => LightningElement;

/** Shows a component of the project by its name; it is loaded when it is first needed. */
export default class ShellComponent extends LightningElement {
  /** The component's own properties, and those that a page gives: only those that it declares are set. */
  @api properties: Readonly<Record<string, unknown>> = {};

  componentClass: ComponentClass | null = null;
  message: string | null = null;

  private shown = '';

  /** `c-insights-app`. */
  @api
  get name(): string {
    return this.shown;
  }

  set name(value: string) {
    this.shown = value;
    void this.load(value);
  }

  get given(): Record<string, unknown> {
    const prototype = this.componentClass?.prototype as object | undefined;
    if (!prototype) return {};
    return Object.fromEntries(Object.entries(this.properties).filter(([name]) => name in prototype));
  }

  private async load(name: string): Promise<void> {
    const component = components[name];
    if (!component) {
      this.message = shellText('unknownComponent', name);
      return;
    }
    try {
      const loaded = await component();
      if (name === this.shown) this.componentClass = loaded.default;
    } catch (error) {
      this.message = (error as Error).message;
      console.error(error);
    }
  }
}
