import { SaxesParser } from 'saxes';

/** An element of an XML file with its place. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Text directly inside, untrimmed. */
  text: string;
  /** From 1. */
  readonly line: number;
}

/**
 * Reads an XML file.
 *
 * @throws Error with line and column when it is not well-formed
 */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on('opentag', (tag) => {
    const attributes = tag.attributes as Record<string, string>;
    const element: XmlElement = { name: tag.name, attributes, children: [], text: '', line: parser.line };
    const parent = open[open.length - 1];
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const addText = (text: string): void => {
    const current = open[open.length - 1];
    if (current) current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(source).close();
  if (!root) throw new Error('The file holds no element');
  return root;
}

/** The text of a child element, trimmed, or undefined when there is no such child. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text.trim();
}
