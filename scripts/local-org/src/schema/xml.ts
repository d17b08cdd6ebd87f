/**
 * Metadata files as trees of elements.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute
});

type Raw = Record<string, unknown>;

/** An element of a metadata file. Reading a child that is not there gives null, an empty list or false. */
export class XmlElement {
  constructor(
    readonly name: string,
    private readonly raw: Raw | string
  ) {}

  /** Text of this element, or the empty string. */
  get value(): string {
    if (typeof this.raw === 'string') return this.raw;
    const text = this.raw['#text'];
    return typeof text === 'string' ? text : '';
  }

  attribute(name: string): string | null {
    if (typeof this.raw === 'string') return null;
    const value = this.raw[`@${name}`];
    return typeof value === 'string' ? value : null;
  }

  /** Child elements of that name, in order. */
  all(name: string): XmlElement[] {
    if (typeof this.raw === 'string') return [];
    const children = this.raw[name];
    return Array.isArray(children) ? children.map((child) => new XmlElement(name, child as Raw | string)) : [];
  }

  first(name: string): XmlElement | null {
    return this.all(name)[0] ?? null;
  }

  /** Text of the first child of that name; null when there is none or it is empty. */
  text(name: string): string | null {
    const value = this.first(name)?.value ?? '';
    return value === '' ? null : value;
  }

  flag(name: string): boolean {
    return this.text(name) === 'true';
  }

  /** A whole number; null when absent. @throws Error when it is not a number */
  number(name: string): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const value = Number(text);
    if (!Number.isInteger(value)) throw new Error(`Invalid value for ${name}: ${text}`);
    return value;
  }

  /** Names of the child elements, each once. */
  childNames(): string[] {
    if (typeof this.raw === 'string') return [];
    return Object.keys(this.raw).filter((name) => name !== '#text' && !name.startsWith('@'));
  }
}

/**
 * Parses a metadata file.
 * @throws Error with line and column when it is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) {
    const { msg, line, col } = verdict.err;
    throw new Error(`Error parsing file: ${msg} (${line}:${col})`);
  }
  const document = parser.parse(text) as Raw;
  const root = Object.keys(document).find((name) => !name.startsWith('?'));
  if (root === undefined) throw new Error('Error parsing file: Premature end of file.');
  return new XmlElement(root, (document[root] as (Raw | string)[])[0]!);
}
