/**
 * System.JSONGenerator.
 * Source: Apex Reference Guide, "JSONGenerator Class".
 */
import { ApexDatetime, ApexObject, rtType, throwNew, type RtType } from '../../values';
import { datetimeText, printCompact, printPretty, quoteJson, toJson, type JsonText } from '../../json/write';
import { nonNull } from '../args';
import { platformClass, type PlatformFunction } from '../registry';

const TYPE = rtType('System.JSONGenerator');

type Container = { entries: [string, JsonText][] } | { items: JsonText[] };

export class JsonGenerator extends ApexObject {
  private readonly open: Container[] = [];
  private readonly roots: JsonText[] = [];
  private field: string | null = null;
  closed = false;

  constructor(private readonly pretty: boolean) {
    super();
  }
  override get rtType(): RtType {
    return TYPE;
  }

  private fail(message: string): never {
    return throwNew('System.JSONException', message);
  }
  private get current(): Container | undefined {
    return this.open[this.open.length - 1];
  }

  write(json: JsonText): void {
    if (this.closed) this.fail('Generator is closed');
    const container = this.current;
    if (container === undefined) this.roots.push(json);
    else if ('items' in container) container.items.push(json);
    else {
      if (this.field === null) return this.fail('Can not write value, expecting field name');
      container.entries.push([this.field, json]);
      this.field = null;
    }
  }

  name(name: string | null): void {
    const container = this.current;
    if (!container || 'items' in container || this.field !== null) {
      return this.fail('Can not write a field name, expecting a value');
    }
    this.field = nonNull(name);
  }

  start(container: Container): void {
    this.write(container);
    this.open.push(container);
  }

  end(kind: 'items' | 'entries'): void {
    const container = this.current;
    if (!container || !(kind in container)) {
      const what = kind === 'items' ? 'an ARRAY' : 'an object';
      return this.fail(
        `Current context not ${what} but ${container ? (kind === 'items' ? 'OBJECT' : 'ARRAY') : 'root'}`
      );
    }
    this.open.pop();
  }

  /** Ends what is still open. */
  text(): string {
    this.closed = true;
    const print = (json: JsonText): string => (this.pretty ? printPretty(json) : printCompact(json));
    return this.roots.map(print).join(' ');
  }
}

const quoted = (value: unknown): JsonText => toJson(value, false);

/** Kinds of values: name of the methods, and how they are written. */
const KINDS: Record<string, (value: unknown) => JsonText> = {
  Blob: quoted,
  Boolean: quoted,
  Date: quoted,
  DateTime: (value) => (value instanceof ApexDatetime ? quoteJson(datetimeText(value)) : quoted(value)),
  Id: quoted,
  Number: quoted,
  Object: quoted,
  String: quoted,
  Time: quoted
};

function kindMembers(): Record<string, PlatformFunction> {
  const members: Record<string, PlatformFunction> = {};
  for (const [kind, json] of Object.entries(KINDS)) {
    members[`write${kind}/1`] = (self: JsonGenerator, value: unknown) => self.write(json(value));
    members[`write${kind}Field/2`] = (self: JsonGenerator, name: string | null, value: unknown) => {
      self.name(name);
      self.write(json(value));
    };
  }
  return members;
}

platformClass('System.JSONGenerator', {
  jsClass: JsonGenerator,
  instance: {
    ...kindMembers(),
    'close/0': (self: JsonGenerator) => void (self.closed = true),
    'getAsString/0': (self: JsonGenerator) => self.text(),
    'isClosed/0': (self: JsonGenerator) => self.closed,
    'writeStartObject/0': (self: JsonGenerator) => self.start({ entries: [] }),
    'writeEndObject/0': (self: JsonGenerator) => self.end('entries'),
    'writeStartArray/0': (self: JsonGenerator) => self.start({ items: [] }),
    'writeEndArray/0': (self: JsonGenerator) => self.end('items'),
    'writeFieldName/1': (self: JsonGenerator, name: string | null) => self.name(name),
    'writeNull/0': (self: JsonGenerator) => self.write('null'),
    'writeNullField/1': (self: JsonGenerator, name: string | null) => {
      self.name(name);
      self.write('null');
    }
  }
});
