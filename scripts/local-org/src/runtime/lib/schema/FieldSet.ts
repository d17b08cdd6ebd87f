/**
 * Schema.FieldSet and FieldSetMember.
 * Source: Apex Reference Guide, "FieldSet Class".
 */
import type { FieldSchema, FieldSetSchema, SObjectSchema } from '../../../schema/model';
import { findObject } from '../../kernel';
import { textsOfUser } from '../../support/texts';
import { ApexList, ApexObject, listOf, rtType, SObjectFieldValue, SObjectTypeValue, type RtType } from '../../values';
import { enumConstant } from '../enums';
import { platformClass } from '../registry';
import { describeMembers } from './DescribeSObject';

export class FieldSet extends ApexObject {
  constructor(
    readonly schema: SObjectSchema,
    readonly definition: FieldSetSchema
  ) {
    super();
  }
  override get rtType(): RtType {
    return rtType('Schema.FieldSet');
  }
}

class FieldSetMember extends ApexObject {
  constructor(
    readonly path: string,
    readonly required: boolean,
    readonly schema: SObjectSchema,
    readonly field: FieldSchema
  ) {
    super();
  }
  override get rtType(): RtType {
    return rtType('Schema.FieldSetMember');
  }
}

/** Field sets of an object. */
export function fieldSetsOf(schema: SObjectSchema): FieldSet[] {
  return [...schema.fieldSets.values()].map((definition) => new FieldSet(schema, definition));
}

/** Object and field at the end of `Owner.Name`; undefined when a part is unknown. */
function resolvePath(schema: SObjectSchema, path: string): { schema: SObjectSchema; field: FieldSchema } | undefined {
  let current = schema;
  const parts = path.split('.');
  for (const part of parts.slice(0, -1)) {
    const wanted = part.toLowerCase();
    const reference = [...current.fields.values()].find((f) => f.relationshipName?.toLowerCase() === wanted);
    const next = reference && findObject(reference.referenceTo[0] ?? '');
    if (!next) return undefined;
    current = next;
  }
  const field = current.fields.get(parts[parts.length - 1]!.toLowerCase());
  return field && { schema: current, field };
}

function members(set: FieldSet): ApexList {
  const found = set.definition.fields.flatMap(({ path, required }) => {
    const end = resolvePath(set.schema, path);
    return end ? [new FieldSetMember(path, required, end.schema, end.field)] : [];
  });
  return new ApexList(listOf(rtType('Schema.FieldSetMember')), found);
}

platformClass('Schema.FieldSet', {
  ...describeMembers<FieldSet>(
    {
      Description: () => null,
      Fields: members,
      Label: (set) => set.definition.label,
      Name: (set) => set.definition.name,
      NameSpace: () => null,
      SObjectType: (set) => SObjectTypeValue.of(set.schema)
    },
    (self: FieldSet) => self
  )
});

platformClass('Schema.FieldSetMember', {
  ...describeMembers<FieldSetMember>(
    {
      DbRequired: (m) => !m.field.nillable,
      FieldPath: (m) => m.path,
      Label: (m) => textsOfUser().field(m.schema, m.field),
      Required: (m) => m.required,
      Type: (m) => enumConstant('Schema.DisplayType', m.field.type),
      SObjectField: (m) => SObjectFieldValue.of(m.schema, m.field)
    },
    (self: FieldSetMember) => self
  )
});
