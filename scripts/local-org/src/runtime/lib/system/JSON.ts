/**
 * System.JSON.
 * Source: Apex Reference Guide, "JSON Class".
 */
import { type ApexTypeValue, OBJECT, throwNew, type RtType } from '../../values';
import { isScalar } from '../../json/scalars';
import { parseJson } from '../../json/tree';
import { typedValue } from '../../json/typed';
import { untypedValue } from '../../json/untyped';
import { printCompact, printPretty, toJson } from '../../json/write';
import { nonNull, withoutNulls } from '../args';
import { platformClass } from '../registry';
import { JsonGenerator } from './JSONGenerator';
import { JsonParser } from './JSONParser';

/**
 * An org reads and builds at once, so that a text of another kind is reported before what is malformed further on.
 * @throws JSONException `Malformed JSON: Expected '{' at the beginning of object`
 */
function checkBeginning(text: string, type: RtType): void {
  const first = /^[ \t\r\n]*(["[{\-0-9]|true|false)/.exec(text)?.[1];
  if (first === undefined || isScalar(type) || type.kind === 'enum') return;
  const isList = type.symbolName === 'System.List' || type.symbolName === 'System.Set';
  // A query's answer (`{"totalSize":…,"records":[…]}`) serves as a list.
  if (isList && first !== '[' && first !== '{') {
    throwNew('System.JSONException', `Malformed JSON: Expected '[' at the beginning of List/Set`);
  }
  if (!isList && first !== '{') {
    throwNew('System.JSONException', `Malformed JSON: Expected '{' at the beginning of object`);
  }
}

function deserialize(text: string, type: ApexTypeValue, strict: boolean): unknown {
  if (type.type !== OBJECT) checkBeginning(text, type.type);
  const node = parseJson(text, 'line');
  return typedValue({ text, strict }, node, type.type);
}

platformClass('System.JSON', {
  statics: {
    'serialize/1': (value: unknown) => printCompact(toJson(value, false)),
    'serialize/2': (value: unknown, omitNulls: boolean | null) => printCompact(toJson(value, nonNull(omitNulls))),
    'serializePretty/1': (value: unknown) => printPretty(toJson(value, false)),
    'serializePretty/2': (value: unknown, omitNulls: boolean | null) => printPretty(toJson(value, nonNull(omitNulls))),
    ...withoutNulls({
      'deserialize/2': (text: string, type: ApexTypeValue) => deserialize(text, type, false),
      'deserializeStrict/2': (text: string, type: ApexTypeValue) => deserialize(text, type, true),
      'deserializeUntyped/1': (text: string) => untypedValue(parseJson(text, 'input')),
      'createGenerator/1': (pretty: boolean) => new JsonGenerator(pretty),
      'createParser/1': (text: string) => new JsonParser(text)
    })
  }
});
