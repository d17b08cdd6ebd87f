/**
 * Dom.Document and Dom.XmlNode.
 * Source: Apex Reference Guide, "Document Class", "XmlNode Class".
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ApexList, ApexObject, listOf, rtType, throwNew, type RtType } from '../../values';
import { nonNull } from '../args';
import { enumConstant } from '../enums';
import { platformClass } from '../registry';

const NODE = rtType('Dom.XmlNode');
const DOCUMENT = rtType('Dom.Document');

interface Attribute {
  name: string;
  namespace: string | null;
  prefix: string | null;
  value: string;
}

type NodeKind = 'ELEMENT' | 'TEXT' | 'COMMENT';

/** Escapes text or, with quotes, attribute values. */
export function escapeXml(text: string, quotes = false): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return quotes ? escaped.replaceAll('"', '&quot;') : escaped;
}

export class XmlNode extends ApexObject {
  parent: XmlNode | null = null;
  readonly children: XmlNode[] = [];
  readonly attributes: Attribute[] = [];
  /** Prefix -> namespace declared here; the default namespace has the empty prefix. */
  readonly namespaces = new Map<string, string>();

  constructor(
    readonly kind: NodeKind,
    /** Name of elements, text of the others. */
    readonly value: string,
    readonly namespace: string | null = null,
    readonly prefix: string | null = null
  ) {
    super();
  }
  override get rtType(): RtType {
    return NODE;
  }

  add(child: XmlNode): XmlNode {
    child.parent = this;
    this.children.push(child);
    return child;
  }
  addElement(name: string, namespace: string | null, prefix: string | null): XmlNode {
    const node = new XmlNode('ELEMENT', name, namespace, prefix);
    const declared = namespace !== null && this.namespaceFor(prefix ?? '') === namespace;
    if (namespace !== null && !declared) node.namespaces.set(prefix ?? '', namespace);
    return this.add(node);
  }
  namespaceFor(prefix: string): string | null {
    return this.namespaces.get(prefix) ?? this.parent?.namespaceFor(prefix) ?? null;
  }
  prefixFor(namespace: string): string | null {
    for (const [prefix, uri] of this.namespaces) if (uri === namespace) return prefix;
    return this.parent?.prefixFor(namespace) ?? null;
  }
  attribute(name: string, namespace: string | null): Attribute | undefined {
    return this.attributes.find((a) => a.name === name && (a.namespace ?? '') === (namespace ?? ''));
  }
  setAttribute(name: string, value: string, namespace: string | null = null, prefix: string | null = null): void {
    const known = this.attribute(name, namespace);
    if (known) known.value = value;
    else this.attributes.push({ name, namespace, prefix, value });
  }
  /** Text of this node and its direct text children. */
  text(): string {
    if (this.kind !== 'ELEMENT') return this.value;
    return this.children
      .filter((c) => c.kind === 'TEXT')
      .map((c) => c.value)
      .join('');
  }

  toXml(): string {
    if (this.kind === 'TEXT') return escapeXml(this.value);
    if (this.kind === 'COMMENT') return `<!--${this.value}-->`;
    const name = this.prefix ? `${this.prefix}:${this.value}` : this.value;
    const declarations = [...this.namespaces].map(([p, uri]) => ` xmlns${p ? `:${p}` : ''}="${escapeXml(uri, true)}"`);
    const attributes = this.attributes.map(
      (a) => ` ${a.prefix ? `${a.prefix}:` : ''}${a.name}="${escapeXml(a.value, true)}"`
    );
    const open = `<${name}${attributes.join('')}${declarations.join('')}`;
    if (this.children.length === 0) return `${open} />`;
    return `${open}>${this.children.map((c) => c.toXml()).join('')}</${name}>`;
  }
}

export class DomDocument extends ApexObject {
  root: XmlNode | null = null;
  override get rtType(): RtType {
    return DOCUMENT;
  }
  /** @throws XmlException for malformed text */
  static parse(text: string): DomDocument {
    const document = new DomDocument();
    document.root = parseXml(text);
    return document;
  }
  toXml(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${this.root?.toXml() ?? ''}`;
  }
}

function elementOf(tag: SaxesTagNS): XmlNode {
  const node = new XmlNode(
    'ELEMENT',
    tag.local,
    tag.uri === '' ? null : tag.uri,
    tag.prefix === '' ? null : tag.prefix
  );
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') {
      node.namespaces.set(attribute.prefix === 'xmlns' ? attribute.local : '', attribute.value);
    } else node.setAttribute(attribute.local, attribute.value, attribute.uri || null, attribute.prefix || null);
  }
  return node;
}

/** The root element. @throws XmlException */
function parseXml(text: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlNode[] = [];
  let root: XmlNode | null = null;
  parser.on('error', (error) => throwNew('System.XmlException', `Failed to parse XML due to: ${error.message}`));
  parser.on('opentag', (tag) => {
    const node = elementOf(tag);
    const parent = open[open.length - 1];
    if (parent) parent.add(node);
    else root = node;
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (value: string): void => void open[open.length - 1]?.add(new XmlNode('TEXT', value));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', (value) => void open[open.length - 1]?.add(new XmlNode('COMMENT', value)));
  parser.write(text).close();
  return root ?? throwNew('System.XmlException', 'Failed to parse XML due to: document has no root element');
}

const nodes = (items: XmlNode[]): ApexList => new ApexList(listOf(NODE), items);

function insertBefore(self: XmlNode, child: XmlNode, before: XmlNode | null): XmlNode {
  const index = before ? self.children.indexOf(before) : self.children.length;
  if (index < 0) return throwNew('System.XmlException', 'The reference node is not a child of this node');
  child.parent = self;
  self.children.splice(index, 0, child);
  return child;
}

function removeFrom<T>(items: T[], item: T | undefined): boolean {
  const index = item === undefined ? -1 : items.indexOf(item);
  if (index >= 0) items.splice(index, 1);
  return index >= 0;
}

function attributeAt(self: XmlNode, index: number): Attribute {
  return self.attributes[index] ?? throwNew('System.ListException', `List index out of bounds: ${index}`);
}

platformClass('Dom.XmlNode', {
  jsClass: XmlNode,
  instance: {
    'addChildElement/3': (self: XmlNode, name: string | null, ns: string | null, prefix: string | null) =>
      self.addElement(nonNull(name), ns, prefix),
    'addCommentNode/1': (self: XmlNode, text: string | null) => self.add(new XmlNode('COMMENT', nonNull(text))),
    'addTextNode/1': (self: XmlNode, text: string | null) => self.add(new XmlNode('TEXT', nonNull(text))),
    'getAttribute/2': (self: XmlNode, name: string, ns: string | null) => self.attribute(name, ns)?.value ?? null,
    'getAttributeValue/2': (self: XmlNode, name: string, ns: string | null) => self.attribute(name, ns)?.value ?? null,
    'getAttributeValueNs/2': (self: XmlNode, name: string, ns: string | null) =>
      self.attribute(name, ns)?.namespace ?? null,
    'getAttributeCount/0': (self: XmlNode) => self.attributes.length,
    'getAttributeKeyAt/1': (self: XmlNode, index: number) => attributeAt(self, index).name,
    'getAttributeKeyNsAt/1': (self: XmlNode, index: number) => attributeAt(self, index).namespace,
    'getChildElement/2': (self: XmlNode, name: string, ns: string | null) =>
      self.children.find((c) => c.kind === 'ELEMENT' && c.value === name && (c.namespace ?? '') === (ns ?? '')) ?? null,
    'getChildElements/0': (self: XmlNode) => nodes(self.children.filter((c) => c.kind === 'ELEMENT')),
    'getChildren/0': (self: XmlNode) => nodes([...self.children]),
    'getName/0': (self: XmlNode) => (self.kind === 'ELEMENT' ? self.value : null),
    'getNamespace/0': (self: XmlNode) => self.namespace,
    'getNamespaceFor/1': (self: XmlNode, prefix: string) => self.namespaceFor(prefix),
    'getNodeType/0': (self: XmlNode) => enumConstant('Dom.XmlNodeType', self.kind),
    'getParent/0': (self: XmlNode) => self.parent,
    'getPrefixFor/1': (self: XmlNode, ns: string) => self.prefixFor(ns),
    'getText/0': (self: XmlNode) => self.text(),
    'insertBefore/2': insertBefore,
    'removeAttribute/2': (self: XmlNode, name: string, ns: string | null) =>
      removeFrom(self.attributes, self.attribute(name, ns)),
    'removeChild/1': (self: XmlNode, child: XmlNode) => removeFrom(self.children, child),
    'setAttribute/2': (self: XmlNode, name: string, value: string) => self.setAttribute(nonNull(name), nonNull(value)),
    'setAttributeNs/4': (self: XmlNode, name: string, value: string, prefix: string | null, ns: string | null) =>
      self.setAttribute(nonNull(name), nonNull(value), ns, prefix),
    'setNamespace/2': (self: XmlNode, prefix: string, ns: string) => void self.namespaces.set(prefix ?? '', ns)
  }
});

function createRoot(self: DomDocument, name: string, ns: string | null, prefix: string | null): XmlNode {
  const root = new XmlNode('ELEMENT', nonNull(name), ns, prefix);
  if (ns !== null) root.namespaces.set(prefix ?? '', ns);
  return (self.root = root);
}

platformClass('Dom.Document', {
  jsClass: DomDocument,
  construct: { '/0': () => new DomDocument() },
  instance: {
    'createRootElement/3': createRoot,
    'getRootElement/0': (self: DomDocument) => self.root,
    'load/1': (self: DomDocument, text: string | null) => void (self.root = parseXml(nonNull(text))),
    'toXmlString/0': (self: DomDocument) => self.toXml()
  }
});
