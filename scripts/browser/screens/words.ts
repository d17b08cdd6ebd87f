/** The custom labels in the language of the session. */
export class Words {
  constructor(private readonly labels: Readonly<Record<string, string>>) {}

  /**
   * @param name name of a custom label
   * @param values what its placeholders {0}, {1}, … stand for
   * @throws Error when there is no such label
   */
  of(name: string, ...values: (string | number)[]): string {
    const template = this.labels[name];
    if (template === undefined) throw new Error(`There is no label ${name}`);
    return template.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
  }

  /** A label with placeholders, as what matches any values in them. */
  pattern(name: string): RegExp {
    const parts = this.of(name).split(/\{\d+\}/);
    return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
  }
}
