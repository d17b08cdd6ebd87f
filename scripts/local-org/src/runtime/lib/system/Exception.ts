/**
 * System.Exception and the platform's exceptions.
 * Source: Apex Reference Guide, "Exception Class and Built-In Exceptions".
 */
import { classes } from '../../../platform/snapshot';
import { findObject } from '../../kernel';
import {
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  listOf,
  mapOf,
  rtType,
  setOf,
  SObjectFieldValue,
  STRING,
  throwNew
} from '../../values';
import { nonNull } from '../args';
import { enumConstant } from '../enums';
import { platformClass, type PlatformFunction } from '../registry';
import { objectOfId } from './Id';

/** A failed row of DML, as `details.dmlErrors` holds it: its first error beside it, or its errors in a list. */
interface DmlRow {
  index: number;
  id: string | null;
  statusCode?: string;
  message?: string;
  fields?: string[];
  errors?: { statusCode: string; message: string; fields: string[] }[];
}

interface RowError {
  index: number;
  id: string | null;
  statusCode: string;
  message: string;
  fields: string[];
}

function rows(exception: ApexException): RowError[] {
  const found = exception.details['dmlErrors'] as DmlRow[] | undefined;
  return (found ?? []).map((row) => {
    const error = row.errors?.[0] ?? row;
    return {
      index: row.index,
      id: row.id,
      statusCode: error.statusCode ?? 'UNKNOWN_EXCEPTION',
      message: error.message ?? '',
      fields: error.fields ?? []
    };
  });
}

function row(exception: ApexException, index: number | null): RowError {
  const all = rows(exception);
  const found = all[nonNull(index)];
  return found ?? throwNew('System.ListException', `List index out of bounds: ${index}`);
}

function fieldTokens(exception: ApexException, index: number | null): ApexList {
  const { id, fields } = row(exception, index);
  const objectName = exception.details['objectName'] as string | undefined;
  const schema = objectName ? findObject(objectName) : id ? objectOfId(id).schema : undefined;
  const tokens = fields.flatMap((name) => {
    const field = schema?.fields.get(name.toLowerCase());
    return schema && field ? [SObjectFieldValue.of(schema, field)] : [];
  });
  return new ApexList(listOf(rtType('Schema.SObjectField')), tokens);
}

function initCause(self: ApexException, cause: ApexException | null): void {
  if (self.cause !== null) throwNew('System.TypeException', `Can't overwrite cause`);
  if (cause === self) throwNew('System.IllegalArgumentException', 'Self-causation not permitted');
  self.cause = cause;
}

platformClass('System.Exception', {
  jsClass: ApexException,
  instance: {
    'getCause/0': (self: ApexException) => self.cause,
    'getLineNumber/0': (self: ApexException) => self.getLineNumber(),
    'getMessage/0': (self: ApexException) => self.getMessage(),
    'getStackTraceString/0': (self: ApexException) => self.getStackTraceString(),
    'getTypeName/0': (self: ApexException) => self.typeName,
    'initCause/1': initCause,
    'setMessage/1': (self: ApexException, message: string | null) => self.setMessage(message),
    'getNumDml/0': (self: ApexException) => rows(self).length,
    'getDmlId/1': (self: ApexException, i: number | null) => row(self, i).id,
    'getDmlIndex/1': (self: ApexException, i: number | null) => row(self, i).index,
    'getDmlMessage/1': (self: ApexException, i: number | null) => row(self, i).message,
    'getDmlStatusCode/1': (self: ApexException, i: number | null) => row(self, i).statusCode,
    'getDmlType/1': (self: ApexException, i: number | null) =>
      enumConstant('System.StatusCode', row(self, i).statusCode),
    'getDmlFieldNames/1': (self: ApexException, i: number | null) =>
      new ApexList(listOf(STRING), [...row(self, i).fields]),
    'getDmlFields/1': fieldTokens
  }
});

function constructors(name: string): Record<string, PlatformFunction> {
  const make = (): ApexException => new ApexException(null, rtType(name));
  return {
    '/0': make,
    '(String)': (message: string | null) => make().$c_string(message),
    '(Exception)': (cause: ApexException | null) => make().$c_exception(cause),
    '/1': (value: unknown) =>
      value instanceof ApexException ? make().$c_exception(value) : make().$c_string(value as string | null),
    '/2': (message: string | null, cause: ApexException | null) => make().$c_string_exception(message, cause)
  };
}

for (const name of Object.keys(classes)) {
  if (!name.endsWith('Exception') || name === 'System.Exception') continue;
  platformClass(name, { extends: ['System.Exception'], construct: constructors(name) });
}

// Its message shows on the client only: getMessage answers the default until setMessage is called.
platformClass('System.AuraHandledException', {
  construct: {
    '(String)': (message: string | null) => {
      const exception = new ApexException(null, rtType('System.AuraHandledException'));
      exception.details['clientMessage'] = message;
      return exception;
    }
  }
});

/** Fields without access, by object. */
function inaccessibleFields(self: ApexException): ApexMap {
  const found = (self.details['inaccessibleFields'] ?? new Map()) as Map<string, string[]>;
  const entries = [...found].map(([object, names]): [unknown, unknown] => [object, new ApexSet(setOf(STRING), names)]);
  return new ApexMap(mapOf(STRING, setOf(STRING)), entries);
}

platformClass('System.QueryException', { instance: { 'getInaccessibleFields/0': inaccessibleFields } });
