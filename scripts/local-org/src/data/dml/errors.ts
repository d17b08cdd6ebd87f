/**
 * Errors of single records, in an org's words. Where the words come from is named beside them; `Apex Developer Guide` and
 * `SOAP API Developer Guide, StatusCode` name the codes, public error reports of orgs the texts.
 */
import type { FieldSchema } from '../../schema/model';
import type { DmlError } from '../../runtime/services';

function error(statusCode: string, message: string, fields: string[] = []): DmlError {
  return { statusCode, message, fields };
}

export const errors = {
  requiredMissing: (fields: string[]) =>
    error('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, fields),

  tooLong: (field: FieldSchema, value: string) =>
    error('STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${field.length})`, [
      field.name
    ]),

  outOfRange: (field: FieldSchema, value: string) =>
    error('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${value}`, [
      field.name
    ]),

  invalidEmail: (field: FieldSchema, value: string) =>
    error('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]),

  badPicklist: (field: FieldSchema, value: string) =>
    error(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${value}`,
      [field.name]
    ),

  wrongIdType: (field: FieldSchema, id: string) =>
    error('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]),

  wrongType: (field: FieldSchema, value: string) =>
    error('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${value}`, [field.name]),

  notWritable: (fields: string[]) =>
    error(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify ` +
        `that it is read/write for your profile or permission set.`,
      fields
    ),

  idInInsert: () => error('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']),
  idMissing: (operation: string) => error('MISSING_ARGUMENT', `Id not specified in an ${operation} call`),
  keyMissing: (field: string) => error('MISSING_ARGUMENT', `${field} not specified`),

  invalidCrossReference: () => error('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'),
  deleted: () => error('ENTITY_IS_DELETED', 'entity is deleted'),
  malformedId: (label: string, id: string) =>
    error('MALFORMED_ID', `${label}: id value of incorrect type: ${id}`, ['Id']),

  /** Unique values name the other record by its 15 characters. */
  duplicate: (field: string, id: string | null) =>
    error(
      'DUPLICATE_VALUE',
      id === null
        ? 'duplicate value found: <unknown> duplicates value on record with id: <unknown>'
        : `duplicate value found: ${field} duplicates value on record with id: ${id.slice(0, 15)}`
    ),

  duplicateUsername: () =>
    error(
      'DUPLICATE_USERNAME',
      'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be ' +
        "unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the " +
        "user's email address).",
      ['Username']
    ),

  duplicateKeyInList: (field: string, value: string) =>
    error('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [field]),

  severalMatches: (field: FieldSchema, ids: string[]) =>
    error(
      'DUPLICATE_EXTERNAL_ID',
      `${field.label}: more than one record found for external id field: [${ids.map((id) => id.slice(0, 15)).join(', ')}]`,
      [field.name]
    ),

  unknownForeignKey: (value: string, field: string, object: string) =>
    error('INVALID_FIELD', `Foreign key external ID: ${value} not found for field ${field} in entity ${object}`),

  noAccess: () => error('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'),

  convertedLead: () => error('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead'),

  locked: () => error('ENTITY_IS_LOCKED', 'This record is locked. If you need to edit it, contact your admin.'),

  notInBin: () => error('UNDELETE_FAILED', 'Entity is not in the recycle bin'),

  /** SOAP API: `Your attempt to delete Josh Davis could not be completed because it is associated with the following cases.: 00001005` */
  deleteRestricted: (name: string, plural: string, children: string[]) =>
    error(
      'DELETE_FAILED',
      `Your attempt to delete ${name} could not be completed because it is associated with the following ` +
        `${plural.toLowerCase()}.: ${children.join(', ')}\n`
    ),

  mixedDml: (object: string, original: string) =>
    error(
      'MIXED_DML_OPERATION',
      'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ' +
        `${object}, original object: ${original}`
    ),

  notAllowed: (operation: string, object: string) =>
    error('INVALID_TYPE_FOR_OPERATION', `entity type ${object} does not support ${operation}`),

  selfReference: (id: string, trigger: string, verb: string) =>
    error(
      'SELF_REFERENCE_FROM_TRIGGER',
      `Object (id = ${id}) is currently in trigger ${trigger}, therefore it cannot recursively ${verb} itself`
    ),

  /** An exception that a trigger lets out fails every record that it was given. */
  triggerFailed: (text: string) => error('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', text),

  /** Apex Developer Guide, "Bulk DML Exception Handling": after two retries the remaining records fail. */
  tooManyRetries: () =>
    error(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'Too many retries of batch save in the presence of Apex triggers with failures: when triggers are present partial ' +
        'save requires that some subset of rows save without any errors in order to avoid inconsistent side effects from ' +
        'those triggers. Number of retries: 2'
    ),

  validationRule: (message: string, field: string | null) =>
    error('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === null ? [] : [field]),

  custom: error
};
