/**
 * What a component finds in `error.body` when an Apex method fails.
 * Source: Lightning Web Components Developer Guide, "Error Handling Best Practices"; an uncaught DmlException comes as the
 * errors of its record.
 */
import type { DmlFailure } from '../../data';
import { type ApexException, type RtType } from '../../runtime/values';
import type { JsonValue } from './write';

/** Body of an answer that is no result. */
export type ErrorBody = Record<string, JsonValue>;

function dmlBody(failures: readonly DmlFailure[]): ErrorBody {
  const fieldErrors: Record<string, JsonValue[]> = {};
  const pageErrors: JsonValue[] = [];
  for (const { statusCode, message, fields } of failures) {
    if (fields.length === 0) pageErrors.push({ statusCode, message });
    for (const field of fields) (fieldErrors[field] ??= []).push({ statusCode, message });
  }
  return { fieldErrors, pageErrors, index: null, duplicateResults: [] };
}

/** The message that an AuraHandledException shows: that of its constructor, unless `setMessage` gave another. */
function handledMessage(error: ApexException): string {
  const own = error.details['clientMessage'];
  return error.text ?? (typeof own === 'string' ? own : error.getMessage());
}

function inherits(type: RtType, name: string): boolean {
  return type.symbolName === name || type.supertypes.some((parent) => inherits(parent, name));
}

/** Body for an exception that left a method. */
export function exceptionBody(error: ApexException): ErrorBody {
  if (inherits(error.rtType, 'System.AuraHandledException')) {
    return {
      message: handledMessage(error),
      exceptionType: 'System.AuraHandledException',
      isUserDefinedException: false,
      stackTrace: ''
    };
  }
  const failures = error.details['dmlErrors'] as DmlFailure[] | undefined;
  if (failures !== undefined) return dmlBody(failures);
  return {
    message: error.getMessage(),
    exceptionType: error.typeName,
    isUserDefinedException: error.rtType.isUser === true,
    stackTrace: error.getStackTraceString()
  };
}

/** Body for what is refused before a method runs. */
export function refusalBody(message: string): ErrorBody {
  return { message };
}
