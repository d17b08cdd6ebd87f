/**
 * System.XmlStreamWriter and XmlStreamReader.
 * Source: Apex Reference Guide, "XmlStreamReader Class", "XmlStreamWriter Class", after javax.xml.stream.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ApexObject, rtType, throwNew, type RtType } from '../../values';
import { nonNull } from '../args';
import { escapeXml } from '../dom/Document';
import { enumConstant } from '../enums';
import { platformClass } from '../registry';

class XmlStreamWriter extends ApexObject {
  private text = '';
  private readonly open: { name: string; isEmpty: boolean }[] = [];
  private isTagOpen = false;
  override get rtType(): RtType {
    return rtType('System.XmlStreamWriter');
  }
  private endTag(): void {
    if (!this.isTagOpen) return;
    const last = this.open[this.open.length - 1]!;
    this.text += last.isEmpty ? '/>' : '>';
    if (last.isEmpty) this.open.pop();
    this.isTagOpen = false;
  }
  raw(text: string): void {
    this.endTag();
    this.text += text;
  }
  inTag(text: string): void {
    if (!this.isTagOpen) throwNew('System.XmlException', 'Attribute not associated with any element');
    this.text += text;
  }
  start(prefix: string | null, name: string, isEmpty: boolean): void {
    this.endTag();
    const full = prefix ? `${prefix}:${name}` : name;
    this.text += `<${full}`;
    this.open.push({ name: full, isEmpty });
    this.isTagOpen = true;
  }
  end(): void {
    this.endTag();
    const last = this.open.pop();
    if (!last) return throwNew('System.XmlException', 'No element is open');
    this.text += `</${last.name}>`;
  }
  endAll(): void {
    this.endTag();
    while (this.open.length > 0) this.end();
  }
  result(): string {
    return this.text;
  }
}

type Writer = XmlStreamWriter;
const attribute = (name: string, value: string): string => ` ${name}="${escapeXml(value, true)}"`;

platformClass('System.XmlStreamWriter', {
  jsClass: XmlStreamWriter,
  construct: { '/0': () => new XmlStreamWriter() },
  instance: {
    'close/0': () => undefined,
    'getXmlString/0': (self: Writer) => self.result(),
    'writeAttribute/4': (self: Writer, prefix: string | null, _ns: string | null, name: string, value: string) =>
      self.inTag(attribute(prefix ? `${prefix}:${name}` : name, nonNull(value))),
    'writeCData/1': (self: Writer, data: string) => self.raw(`<![CDATA[${nonNull(data)}]]>`),
    'writeCharacters/1': (self: Writer, text: string) => self.raw(escapeXml(nonNull(text))),
    'writeComment/1': (self: Writer, text: string) => self.raw(`<!--${nonNull(text)}-->`),
    'writeDefaultNamespace/1': (self: Writer, uri: string) => self.inTag(attribute('xmlns', nonNull(uri))),
    'writeEmptyElement/3': (self: Writer, prefix: string | null, name: string) =>
      self.start(prefix, nonNull(name), true),
    'writeEndDocument/0': (self: Writer) => self.endAll(),
    'writeEndElement/0': (self: Writer) => self.end(),
    'writeNamespace/2': (self: Writer, prefix: string, uri: string) =>
      self.inTag(attribute(`xmlns:${prefix}`, nonNull(uri))),
    'writeProcessingInstruction/2': (self: Writer, target: string, data: string) => self.raw(`<?${target} ${data}?>`),
    'writeStartDocument/2': (self: Writer, encoding: string | null, version: string | null) =>
      self.raw(`<?xml version="${version ?? '1.0'}"${encoding ? ` encoding="${encoding}"` : ''}?>`),
    'writeStartElement/3': (self: Writer, prefix: string | null, name: string) =>
      self.start(prefix, nonNull(name), false)
  }
});

interface XmlEvent {
  type: string;
  tag: SaxesTagNS | null;
  text: string | null;
  target: string | null;
}

/** All events of a document. @throws XmlException */
function eventsOf(text: string): XmlEvent[] {
  const events: XmlEvent[] = [{ type: 'START_DOCUMENT', tag: null, text: null, target: null }];
  const add = (type: string, more: Partial<XmlEvent>): void => {
    events.push({ type, tag: null, text: null, target: null, ...more });
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => throwNew('System.XmlException', error.message));
  parser.on('opentag', (tag) => add('START_ELEMENT', { tag: { ...tag } }));
  parser.on('closetag', (tag) => add('END_ELEMENT', { tag: { ...tag } }));
  parser.on('text', (value) => add('CHARACTERS', { text: value }));
  parser.on('cdata', (value) => add('CDATA', { text: value }));
  parser.on('comment', (value) => add('COMMENT', { text: value }));
  parser.on('processinginstruction', (pi) => add('PROCESSING_INSTRUCTION', { text: pi.body, target: pi.target }));
  parser.write(text).close();
  add('END_DOCUMENT', {});
  return events;
}

class XmlStreamReader extends ApexObject {
  private readonly events: XmlEvent[];
  private index = 0;
  constructor(text: string) {
    super();
    this.events = eventsOf(text);
  }
  override get rtType(): RtType {
    return rtType('System.XmlStreamReader');
  }
  get event(): XmlEvent {
    return this.events[this.index]!;
  }
  hasNext(): boolean {
    return this.index < this.events.length - 1;
  }
  next(): number {
    if (!this.hasNext()) return throwNew('System.XmlException', 'There is no next event');
    this.index++;
    return enumConstant('System.XmlTag', this.event.type).ordinal;
  }
  attributes() {
    const all = Object.values(this.event.tag?.attributes ?? {});
    return all.filter((a) => a.prefix !== 'xmlns' && a.name !== 'xmlns');
  }
  attribute(index: number) {
    return this.attributes()[index] ?? throwNew('System.XmlException', `No attribute at ${index}`);
  }
}

type Reader = XmlStreamReader;
const is =
  (...types: string[]) =>
  (self: Reader): boolean =>
    types.includes(self.event.type);

platformClass('System.XmlStreamReader', {
  jsClass: XmlStreamReader,
  construct: { '/1': (text: string | null) => new XmlStreamReader(nonNull(text)) },
  instance: {
    'getAttributeCount/0': (self: Reader) => self.attributes().length,
    'getAttributeLocalName/1': (self: Reader, i: number) => self.attribute(i).local,
    'getAttributeNamespace/1': (self: Reader, i: number) => self.attribute(i).uri || null,
    'getAttributePrefix/1': (self: Reader, i: number) => self.attribute(i).prefix,
    'getAttributeValue/2': (self: Reader, ns: string | null, name: string) =>
      self.attributes().find((a) => a.local === name && (ns === null || a.uri === ns))?.value ?? null,
    'getAttributeValueAt/1': (self: Reader, i: number) => self.attribute(i).value,
    'getEventType/0': (self: Reader) => enumConstant('System.XmlTag', self.event.type),
    'getLocalName/0': (self: Reader) => self.event.tag?.local ?? null,
    'getNamespace/0': (self: Reader) => self.event.tag?.uri || null,
    'getPrefix/0': (self: Reader) => self.event.tag?.prefix || null,
    'getPIData/0': (self: Reader) => (self.event.target === null ? null : self.event.text),
    'getPITarget/0': (self: Reader) => self.event.target,
    'getText/0': (self: Reader) => self.event.text,
    'hasName/0': is('START_ELEMENT', 'END_ELEMENT'),
    'hasNext/0': (self: Reader) => self.hasNext(),
    'hasText/0': is('CHARACTERS', 'CDATA', 'COMMENT'),
    'isCharacters/0': is('CHARACTERS', 'CDATA'),
    'isEndElement/0': is('END_ELEMENT'),
    'isStartElement/0': is('START_ELEMENT'),
    'isWhitespace/0': (self: Reader) => self.event.text !== null && self.event.text.trim() === '',
    'next/0': (self: Reader) => self.next(),
    'setCoalescing/1': () => undefined,
    'setNamespaceAware/1': () => undefined
  }
});
