/**
 * Singletons that stand for types, objects and fields.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { rtType, TYPE, type RtType } from './rttype';

/** A System.Type. */
export class ApexTypeValue {
  private static readonly cache = new Map<RtType, ApexTypeValue>();
  private constructor(readonly type: RtType) {}
  static of(type: RtType): ApexTypeValue {
    let value = this.cache.get(type);
    if (!value) this.cache.set(type, (value = new ApexTypeValue(type)));
    return value;
  }
  get rtType(): RtType {
    return TYPE;
  }
}

/** A Schema.SObjectType. */
export class SObjectTypeValue {
  private static cache = new WeakMap<SObjectSchema, SObjectTypeValue>();
  private constructor(readonly schema: SObjectSchema) {}
  static of(schema: SObjectSchema): SObjectTypeValue {
    let value = this.cache.get(schema);
    if (!value) this.cache.set(schema, (value = new SObjectTypeValue(schema)));
    return value;
  }
  get rtType(): RtType {
    return rtType('Schema.SObjectType');
  }
}

/** A Schema.SObjectField. */
export class SObjectFieldValue {
  private static cache = new WeakMap<FieldSchema, SObjectFieldValue>();
  private constructor(
    readonly schema: SObjectSchema,
    readonly field: FieldSchema
  ) {}
  static of(schema: SObjectSchema, field: FieldSchema): SObjectFieldValue {
    let value = this.cache.get(field);
    if (!value || value.schema !== schema) this.cache.set(field, (value = new SObjectFieldValue(schema, field)));
    return value;
  }
  get rtType(): RtType {
    return rtType('Schema.SObjectField');
  }
}
