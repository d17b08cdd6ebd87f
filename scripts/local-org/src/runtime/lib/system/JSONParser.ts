/**
 * System.JSONParser: a cursor over tokens.
 * Source: Apex Reference Guide, "JSONParser Class", "System.JSONToken Enum".
 */
import {
  ApexDecimal,
  ApexDouble,
  type ApexEnum,
  ApexObject,
  type ApexTypeValue,
  BLOB,
  DATE,
  DATETIME,
  ID,
  rtType,
  throwNew,
  TIME,
  type RtType
} from '../../values';
import { readScalar } from '../../json/scalars';
import { parseJson, type JsonNode } from '../../json/tree';
import { typedValue } from '../../json/typed';
import { enumConstant } from '../enums';
import { platformClass, type PlatformFunction } from '../registry';

const TYPE = rtType('System.JSONParser');

interface Token {
  /** Constant of System.JSONToken. */
  kind: string;
  text: string;
  /** Field that the token belongs to. */
  name: string | null;
  node: JsonNode;
  /** Index just past the value that begins here. */
  after: number;
}

function tokensOf(node: JsonNode, name: string | null, out: Token[]): void {
  const start: Token = { kind: '', text: '', name, node, after: 0 };
  out.push(start);
  switch (node.kind) {
    case 'object':
      Object.assign(start, { kind: 'START_OBJECT', text: '{' });
      for (const entry of node.entries) {
        out.push({ kind: 'FIELD_NAME', text: entry.key, name: entry.key, node: entry.value, after: out.length + 1 });
        tokensOf(entry.value, entry.key, out);
      }
      out.push({ kind: 'END_OBJECT', text: '}', name, node, after: out.length + 1 });
      break;
    case 'array':
      Object.assign(start, { kind: 'START_ARRAY', text: '[' });
      for (const item of node.items) tokensOf(item, null, out);
      out.push({ kind: 'END_ARRAY', text: ']', name, node, after: out.length + 1 });
      break;
    case 'string':
      Object.assign(start, { kind: 'VALUE_STRING', text: node.value });
      break;
    case 'number':
      Object.assign(start, {
        kind: /[.eE]/.test(node.text) ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT',
        text: node.text
      });
      break;
    case 'boolean':
      Object.assign(start, { kind: node.value ? 'VALUE_TRUE' : 'VALUE_FALSE', text: String(node.value) });
      break;
    default:
      Object.assign(start, { kind: 'VALUE_NULL', text: 'null' });
  }
  start.after = out.length;
}

export class JsonParser extends ApexObject {
  private readonly tokens: Token[] = [];
  private index = -1;
  private cleared: Token | null = null;
  private isCleared = false;

  /** The whole text is read at once: malformed text fails here and not at the token. */
  constructor(private readonly text: string) {
    super();
    tokensOf(parseJson(text, 'input'), null, this.tokens);
  }
  override get rtType(): RtType {
    return TYPE;
  }

  get token(): Token | null {
    return this.isCleared ? null : (this.tokens[this.index] ?? null);
  }
  get lastCleared(): Token | null {
    return this.cleared;
  }
  next(): Token | null {
    this.isCleared = false;
    if (this.index < this.tokens.length) this.index++;
    return this.token;
  }
  /** Skips field names. */
  nextValue(): Token | null {
    let token = this.next();
    while (token?.kind === 'FIELD_NAME') token = this.next();
    return token;
  }
  clear(): void {
    this.cleared = this.token;
    this.isCleared = true;
  }
  skipChildren(): void {
    const token = this.token;
    if (token?.kind === 'START_OBJECT' || token?.kind === 'START_ARRAY') this.index = token.after - 1;
  }

  private required(): Token {
    return this.token ?? throwNew('System.JSONException', 'No current token');
  }
  number(kinds: string): string {
    const token = this.required();
    if (token.kind.startsWith('VALUE_NUMBER')) return token.text;
    return throwNew(
      'System.JSONException',
      `Current token (${token.kind}) not numeric, can not use ${kinds} value accessors`
    );
  }
  boolean(): boolean {
    const token = this.required();
    if (token.node.kind === 'boolean' && token.kind !== 'FIELD_NAME') return token.node.value;
    return throwNew('System.JSONException', `Current token (${token.kind}) not of boolean type`);
  }
  scalar(type: RtType): unknown {
    const token = this.required();
    if (token.kind === 'VALUE_NULL') return null;
    return readScalar({ text: this.text, strict: false }, token.node, type);
  }
  /** The value that begins at the current token; the cursor ends at its last token. */
  valueAs(type: RtType, strict: boolean): unknown {
    const token = this.token ?? this.next() ?? this.required();
    const value = typedValue({ text: this.text, strict }, token.node, type);
    if (token.kind !== 'FIELD_NAME') this.index = token.after - 1;
    return value;
  }
}

function tokenConstant(token: Token | null): ApexEnum | null {
  return token && enumConstant('System.JSONToken', token.kind);
}

const scalar =
  (type: RtType): PlatformFunction =>
  (self: JsonParser) =>
    self.scalar(type);

platformClass('System.JSONParser', {
  jsClass: JsonParser,
  instance: {
    'clearCurrentToken/0': (self: JsonParser) => self.clear(),
    'getBlobValue/0': scalar(BLOB),
    'getBooleanValue/0': (self: JsonParser) => self.boolean(),
    'getCurrentName/0': (self: JsonParser) => self.token?.name ?? null,
    'getCurrentToken/0': (self: JsonParser) => tokenConstant(self.token),
    'getDateTimeValue/0': scalar(DATETIME),
    'getDateValue/0': scalar(DATE),
    'getDecimalValue/0': (self: JsonParser) => ApexDecimal.tryParse(self.number('numeric')),
    'getDoubleValue/0': (self: JsonParser) => new ApexDouble(Number(self.number('numeric'))),
    'getIdValue/0': scalar(ID),
    'getIntegerValue/0': (self: JsonParser) => Math.trunc(Number(self.number('numeric'))) | 0,
    'getLastClearedToken/0': (self: JsonParser) => tokenConstant(self.lastCleared),
    'getLongValue/0': (self: JsonParser) => BigInt(Math.trunc(Number(self.number('numeric')))),
    'getText/0': (self: JsonParser) => self.token?.text ?? null,
    'getTimeValue/0': scalar(TIME),
    'hasCurrentToken/0': (self: JsonParser) => self.token !== null,
    'nextToken/0': (self: JsonParser) => tokenConstant(self.next()),
    'nextValue/0': (self: JsonParser) => tokenConstant(self.nextValue()),
    'readValueAs/1': (self: JsonParser, type: ApexTypeValue) => self.valueAs(type.type, false),
    'readValueAsStrict/1': (self: JsonParser, type: ApexTypeValue) => self.valueAs(type.type, true),
    'skipChildren/0': (self: JsonParser) => self.skipChildren()
  }
});
