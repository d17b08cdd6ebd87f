/**
 * Parameters of an `@AuraEnabled` method as a component sends them.
 * Source: Lightning Web Components Developer Guide, "Pass Values to Apex"; a value of another type is refused with
 * `Value provided is invalid for action parameter 'x' of type 'Integer'`.
 */
import type { MethodInfo, TypeName } from '../../apex/classInfo';
import type { Program } from '../../apex/program';
import { isScalar, readScalar, type JsonSource } from '../../runtime/json/scalars';
import type { JsonEntry, JsonNode } from '../../runtime/json/tree';
import { typedValue } from '../../runtime/json/typed';
import { untypedValue } from '../../runtime/json/untyped';
import {
  ApexException,
  ApexList,
  ApexMap,
  OBJECT,
  rtType,
  SOBJECT,
  UnsupportedError,
  type RtType
} from '../../runtime/values';
import type { AuraMembers } from './write';

/** A parameter has a value that its type cannot hold. */
export class ParameterError extends Error {}

/** The value does not fit the type. */
class MisfitError extends Error {}

/** The run-time type of a checked type. */
function runtimeType({ name, args }: TypeName): RtType {
  return rtType(name, args.map(runtimeType));
}

export class AuraReader {
  constructor(
    private readonly program: Program,
    private readonly members: AuraMembers
  ) {}

  /**
   * Values of the method's parameters in its order: one that is absent is null, names that it does not know are ignored.
   * @throws ParameterError naming the parameter and its type
   */
  parameters(method: MethodInfo, entries: readonly JsonEntry[], text: string): unknown[] {
    const source: JsonSource = { text, strict: false };
    return method.parameters.map(({ name, runtime }) => {
      const entry = entries.find(({ key }) => key === name);
      const type = runtimeType(runtime);
      if (entry === undefined) return null;
      try {
        return this.value(source, entry.value, type);
      } catch (error) {
        if (!(error instanceof MisfitError)) throw error;
        const shown = type.isUser ? `apex://${type.name}` : type.name;
        throw new ParameterError(`Value provided is invalid for action parameter '${name}' of type '${shown}'`);
      }
    });
  }

  private value(source: JsonSource, node: JsonNode, type: RtType): unknown {
    if (node.kind === 'null') return null;
    if (type === OBJECT) return untypedValue(node);
    if (isScalar(type)) return fitting(() => readScalar(source, node, type));
    switch (type.symbolName) {
      case 'System.List':
        return this.list(source, node, type);
      case 'System.Map':
        return this.map(source, node, type);
      case 'System.Set':
        throw new UnsupportedError(`${type.name} as a parameter from components`);
      default:
        return this.object(source, node, type);
    }
  }

  private list(source: JsonSource, node: JsonNode, type: RtType): ApexList {
    if (node.kind !== 'array') throw new MisfitError();
    return new ApexList(
      type,
      node.items.map((item) => this.value(source, item, type.args[0]!))
    );
  }

  private map(source: JsonSource, node: JsonNode, type: RtType): ApexMap {
    const [keyType, valueType] = type.args as [RtType, RtType];
    const map = new ApexMap(type);
    for (const { key, at, value } of entriesOf(node)) {
      const keyNode: JsonNode = { kind: 'string', value: key, at, end: at };
      map.put(this.value(source, keyNode, keyType), this.value(source, value, valueType));
    }
    return map;
  }

  private object(source: JsonSource, node: JsonNode, type: RtType): unknown {
    if (type === SOBJECT) throw new UnsupportedError('SObject without its object as a parameter from components');
    if (type.sobject || type.kind === 'enum') return fitting(() => typedValue(source, node, type));
    if (!type.isUser || type.isAbstract) throw new UnsupportedError(`${type.name} as a parameter from components`);
    return this.instance(source, entriesOf(node), type);
  }

  /** A new object by its constructor without parameters; only annotated members with a setter are set. */
  private instance(source: JsonSource, entries: readonly JsonEntry[], type: RtType): object {
    const object = this.program.newInstance(type.symbolName);
    const fields = new Map(this.members.fields(type).map((field) => [field.name, field]));
    for (const { key, value } of entries) {
      const field = fields.get(key);
      if (field?.writable) field.set(object, this.value(source, value, field.type()));
    }
    return object;
  }
}

function entriesOf(node: JsonNode): readonly JsonEntry[] {
  if (node.kind !== 'object') throw new MisfitError();
  return node.entries;
}

/** What JSON cannot be read into the type is a misfit. */
function fitting<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ApexException && error.typeName === 'System.JSONException') throw new MisfitError();
    throw error;
  }
}
