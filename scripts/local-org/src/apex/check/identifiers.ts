/** Names that may be declared: letters, digits and single underscores inside, no reserved words, not too long. */
import type { Position } from '../ast';

/**
 * Words that may not name variables, fields, parameters, enum constants and types; methods may have them. Found by asking
 * Salesforce's compiler word by word; the list of "Reserved Keywords" in the Apex Developer Guide is not what it does.
 */
const RESERVED = new Set(
  (
    'activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime decimal ' +
    'default double end exception exit export float goto group hint import inner int integer into join long loop number object of outer ' +
    'package parallel pragma retrieve rollback set short sobject sort string switch synchronized system then time transaction void when'
  ).split(' ')
);

/** Words of the grammar: no name of any sort, methods included. */
const GRAMMAR = new Set(
  (
    'abstract and as asc break bulk by catch class commit continue delete desc do else enum extends false final finally for from ' +
    'global having if implements in insert instanceof interface like limit list map merge new not null nulls on or override private ' +
    'protected public return select static super testmethod this throw trigger true try undelete update upsert using virtual ' +
    'webservice where while'
  ).split(' ')
);

const MAX_LENGTH = 255;
const MAX_TYPE_LENGTH = 40;

interface Reporter {
  error(pos: Position, message: string): void;
}

/** What is wrong with a name, or null. */
export function identifierProblem(name: string): string | null {
  const key = name.toLowerCase();
  if (GRAMMAR.has(key)) return `Unexpected token '${name}'.`;
  if (RESERVED.has(key)) return `Identifier name is reserved: ${name}`;
  return malformed(name);
}

function malformed(name: string): string | null {
  if (name.startsWith('_') || name.endsWith('_') || name.includes('__'))
    return `Invalid character in identifier: ${name}`;
  if (name.length > MAX_LENGTH) return `Identifier name is too long: ${name}`;
  return null;
}

/** Checks the name of a variable, field or parameter. */
export function checkIdentifier(cx: Reporter, name: string, pos: Position): void {
  const problem = identifierProblem(name);
  if (problem !== null) cx.error(pos, problem);
}

/** Checks the name of a class, interface, enum or trigger. */
export function checkTypeIdentifier(cx: Reporter, name: string, pos: Position, isTopLevel: boolean): void {
  const problem = name.toLowerCase() === 'page' ? `Identifier name is reserved: ${name}` : identifierProblem(name);
  if (problem !== null) cx.error(pos, problem);
  else if (isTopLevel && name.length > MAX_TYPE_LENGTH) cx.error(pos, `Identifier name is too long: ${name}`);
}

/** Checks the name of a method: reserved words are allowed, words of the grammar are not. */
export function checkMethodIdentifier(cx: Reporter, name: string, pos: Position): void {
  const problem = GRAMMAR.has(name.toLowerCase()) ? `Unexpected token '${name}'.` : malformed(name);
  if (problem !== null) cx.error(pos, problem);
}
