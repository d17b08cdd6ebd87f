/**
 * QueryExceptions in an org's words.
 */
import { newException, type ApexException } from '../../runtime/values/exception';

const WSDL = 'Please reference your WSDL or the describe call for the appropriate names.';

export function queryException(message: string, details?: Record<string, unknown>): ApexException {
  return newException('System.QueryException', message, details);
}

/** A field that the object does not have, or that user mode does not let the user see: an org words both alike. */
export function noSuchColumn(field: string, object: string, details?: Record<string, unknown>): ApexException {
  return queryException(
    `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the ` +
      `'__c' after the custom field name. ${WSDL}`,
    details
  );
}

/** An object that the org does not have, or that user mode does not let the user see. */
export function noSuchObject(object: string, details?: Record<string, unknown>): ApexException {
  return queryException(
    `sObject type '${object}' is not supported. If you are attempting to use a custom object, be sure to append the ` +
      `'__c' after the entity name. ${WSDL}`,
    details
  );
}

export function noSuchRelationship(relationship: string): ApexException {
  return queryException(
    `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom relationship, ` +
      `be sure to append the '__r' after the custom relationship name. ${WSDL}`
  );
}

export function noSuchChildRelationship(relationship: string): ApexException {
  return queryException(
    `Didn't understand relationship '${relationship}' in FROM part of query call. If you are attempting to use a custom ` +
      `relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`
  );
}
