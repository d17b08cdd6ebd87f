/**
 * System.Assert and the assertions of System. A failed one ends the transaction: it cannot be caught.
 * Source: Apex Reference Guide, "Assert Class", "System Class" (assertEquals: strings are compared by letter case).
 */
import { type ApexTypeValue, isInstance, sameValue, throwNew, toConcatString } from '../../values';
import { platformClass } from '../registry';

function fail(message: unknown, detail: string): never {
  const parts = ['Assertion Failed'];
  if (message !== undefined && message !== null) parts.push(toConcatString(message));
  if (detail !== '') parts.push(detail);
  return throwNew('System.AssertException', parts.join(': '));
}

function expected(a: unknown, b: unknown): string {
  return `Expected: ${toConcatString(a)}, Actual: ${toConcatString(b)}`;
}

function isTrue(condition: boolean | null, message?: unknown): void {
  if (condition === null) throwNew('System.NullPointerException', 'Argument cannot be null.');
  if (!condition) fail(message, '');
}
function areEqual(a: unknown, b: unknown, message?: unknown): void {
  if (!sameValue(a, b)) fail(message, expected(a, b));
}
function areNotEqual(a: unknown, b: unknown, message?: unknown): void {
  if (sameValue(a, b)) fail(message, `Same value: ${toConcatString(a)}`);
}
function isFalse(condition: boolean | null, message?: unknown): void {
  if (condition === null) throwNew('System.NullPointerException', 'Argument cannot be null.');
  if (condition) fail(message, 'Expected: false, Actual: true');
}
function isNull(value: unknown, message?: unknown): void {
  if (value !== null) fail(message, expected(null, value));
}
function isNotNull(value: unknown, message?: unknown): void {
  if (value === null) fail(message, 'Value is null');
}
function isInstanceOfType(value: unknown, type: ApexTypeValue, message?: unknown): void {
  if (!isInstance(value, type.type))
    fail(message, `Expected type: ${type.type.name}, Actual: ${toConcatString(value)}`);
}
function isNotInstanceOfType(value: unknown, type: ApexTypeValue, message?: unknown): void {
  if (isInstance(value, type.type)) fail(message, `Unexpected type: ${type.type.name}`);
}

platformClass('System.System', {
  statics: {
    'assert/1': isTrue,
    'assert/2': isTrue,
    'assertEquals/2': areEqual,
    'assertEquals/3': areEqual,
    'assertNotEquals/2': areNotEqual,
    'assertNotEquals/3': areNotEqual
  }
});

platformClass('System.Assert', {
  statics: {
    'areEqual/2': areEqual,
    'areEqual/3': areEqual,
    'areNotEqual/2': areNotEqual,
    'areNotEqual/3': areNotEqual,
    'fail/0': () => fail(null, ''),
    'fail/1': (message: unknown) => fail(message, ''),
    'isTrue/1': isTrue,
    'isTrue/2': isTrue,
    'isFalse/1': isFalse,
    'isFalse/2': isFalse,
    'isNull/1': isNull,
    'isNull/2': isNull,
    'isNotNull/1': isNotNull,
    'isNotNull/2': isNotNull,
    'isInstanceOfType/2': isInstanceOfType,
    'isInstanceOfType/3': isInstanceOfType,
    'isNotInstanceOfType/2': isNotInstanceOfType,
    'isNotInstanceOfType/3': isNotInstanceOfType
  }
});
