/**
 * Jobs are serialised when they are enqueued: what runs later is a copy, and what the caller changes afterwards does not
 * reach it. Source: Apex Developer Guide, "Using Batch Apex" and "Queueable Apex".
 */
import {
  ApexEnum,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  SObjectValue,
  throwNew,
  type RtField,
  type RtType
} from '../runtime/values';

/** Platform objects that an org cannot serialise. */
const NOT_SERIALIZABLE = new Set([
  'System.Http',
  'System.HttpRequest',
  'System.HttpResponse',
  'System.JSONGenerator',
  'System.JSONParser',
  'System.Matcher',
  'System.Pattern',
  'System.PageReference',
  'System.SelectOption',
  'System.XmlStreamReader',
  'System.XmlStreamWriter'
]);

class Copier {
  private readonly copies = new Map<object, unknown>();

  copy(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = this.copies.get(value);
    if (known !== undefined) return known;
    if (value instanceof ApexList) return this.list(value);
    if (value instanceof ApexSet)
      return this.keep(
        value,
        new ApexSet(
          value.rtType,
          [...value].map((item) => this.copy(item))
        )
      );
    if (value instanceof ApexMap) return this.map(value);
    if (value instanceof SObjectValue) return this.keep(value, value.copy(true));
    const type = (value as { rtType?: RtType }).rtType;
    if (value instanceof ApexEnum || type === undefined) return value;
    if (NOT_SERIALIZABLE.has(type.symbolName)) {
      return throwNew('System.SerializationException', `Not Serializable: ${type.symbolName}`);
    }
    return value instanceof ApexObject ? this.object(value) : value;
  }

  private keep<T>(original: object, copy: T): T {
    this.copies.set(original, copy);
    return copy;
  }

  private list(value: ApexList): ApexList {
    const copy = this.keep(value, new ApexList(value.rtType, []));
    for (const item of value.items) copy.items.push(this.copy(item));
    return copy;
  }

  private map(value: ApexMap): ApexMap {
    const copy = this.keep(value, new ApexMap(value.rtType));
    for (const [key, item] of value.entries()) copy.put(this.copy(key), this.copy(item));
    return copy;
  }

  /** Own properties are what emitted classes keep their fields in. */
  private object(value: ApexObject): object {
    const copy = Object.create(Object.getPrototypeOf(value) as object) as Record<string, unknown>;
    this.keep(value, copy);
    const transient = transientProperties(value);
    for (const [name, item] of Object.entries(value)) copy[name] = transient.has(name) ? null : this.copy(item);
    return copy;
  }
}

function* fieldsOf(type: RtType): Generator<RtField> {
  for (const supertype of type.supertypes) yield* fieldsOf(supertype);
  yield* type.fields ?? [];
}

/** Emitted classes keep the field `x` in the property `f_x`. */
function transientProperties(value: ApexObject): Set<string> {
  const names = [...fieldsOf(value.rtType)]
    .filter((field) => field.isTransient && !field.isStatic)
    .map((field) => `f_${field.name}`);
  return new Set(names);
}

/**
 * A deep copy as serialisation makes it: transient fields are null in it.
 * @throws ApexException SerializationException `Not Serializable: System.HttpRequest`
 */
export function cloneState<T>(value: T): T {
  return new Copier().copy(value) as T;
}
