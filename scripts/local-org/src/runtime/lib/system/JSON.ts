/**
 * System.JSON.
 * Source: Apex Reference Guide, "JSON Class".
 */
import { ApexTypeValue } from '../../values';
import { parseJson } from '../../json/tree';
import { typedValue } from '../../json/typed';
import { untypedValue } from '../../json/untyped';
import { printCompact, printPretty, toJson } from '../../json/write';
import { nonNull, withoutNulls } from '../args';
import { platformClass } from '../registry';
import { JsonGenerator } from './JSONGenerator';
import { JsonParser } from './JSONParser';

function deserialize(text: string, type: ApexTypeValue, strict: boolean): unknown {
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
