/** Modifiers: which words may stand where, and which may stand together. */
import type { Modifiers, ModifierWord, Position } from '../ast';
import { annotationOf, hasWord } from '../symbols/modifierset';
import type { TypeSymbol } from '../types';
import type { BodyContext } from './context';

/** What modifiers stand on, in the plural of the messages. */
export type Place =
  'classes' | 'interfaces' | 'enums' | 'fields' | 'properties' | 'methods' | 'constructors' | 'locals' | 'parameters';

interface Reporter {
  error(pos: Position, message: string): void;
  /** API version of the file. */
  readonly apiVersion: number;
}

/** Since this version an abstract or overriding method must say who may call it. */
const SCOPE_REQUIRED_SINCE = 65;

const SCOPES: readonly ModifierWord[] = ['global', 'public', 'protected', 'private'];
const SHARING: readonly ModifierWord[] = ['with sharing', 'without sharing', 'inherited sharing'];
const FIELD_WORDS: readonly ModifierWord[] = [...SCOPES, 'static', 'final', 'transient', 'webservice'];

const ALLOWED: Record<Place, readonly ModifierWord[]> = {
  classes: ['global', 'public', 'private', 'abstract', 'virtual', ...SHARING],
  interfaces: ['global', 'public', 'private', 'virtual'],
  enums: ['global', 'public', 'private'],
  fields: FIELD_WORDS,
  properties: FIELD_WORDS,
  methods: [...SCOPES, 'static', 'abstract', 'virtual', 'override', 'testmethod', 'webservice'],
  constructors: SCOPES,
  locals: ['final'],
  parameters: ['final']
};

/** How messages spell a modifier. */
export function spelled(word: ModifierWord): string {
  const spellings: Partial<Record<ModifierWord, string>> = {
    testmethod: 'testMethod',
    webservice: 'webService',
    'with sharing': 'withSharing',
    'without sharing': 'withoutSharing',
    'inherited sharing': 'inheritedSharing'
  };
  return spellings[word] ?? word;
}

/** Checks the words on a declaration: known there, not twice, one scope, no contradiction. */
export function checkWords(cx: Reporter, modifiers: Modifiers, place: Place): void {
  const seen = new Set<ModifierWord>();
  for (const { word, pos } of modifiers.words) {
    if (seen.has(word)) cx.error(pos, `Duplicate modifier: ${spelled(word)}`);
    else if (word === 'final' && (place === 'classes' || place === 'methods'))
      cx.error(pos, `${place} are by default final`);
    else if (!ALLOWED[place].includes(word)) cx.error(pos, `${spelled(word)} is not allowed on ${place}`);
    seen.add(word);
  }
  const at = modifiers.words[0]?.pos;
  if (at === undefined) return;
  if (SCOPES.filter((word) => seen.has(word)).length > 1) cx.error(at, 'Declarations can only have one scope');
  const sharing = SHARING.filter((word) => seen.has(word)).map(spelled);
  if (sharing.length > 1) cx.error(at, `${sharing[0] ?? ''} classes cannot be ${sharing[1] ?? ''}`);
  checkInheritanceWords(cx, modifiers, place, at);
}

function checkInheritanceWords(cx: Reporter, modifiers: Modifiers, place: Place, at: Position): void {
  const has = (word: ModifierWord): boolean => hasWord(modifiers, word);
  if (has('abstract') && has('virtual')) cx.error(at, 'abstract are by default virtual');
  if (place !== 'methods') return;
  if (has('static') && has('abstract')) cx.error(at, 'static methods cannot be abstract');
  if (has('static') && has('virtual')) cx.error(at, 'virtual methods cannot be static');
  if (has('static') && has('override')) cx.error(at, 'override methods cannot be static');
  for (const word of ['abstract', 'override'] as const) {
    if (cx.apiVersion >= SCOPE_REQUIRED_SINCE && has(word) && !has('global') && !has('public') && !has('protected')) {
      cx.error(at, `${word} methods require at least one of the following global, public, protected`);
    }
  }
}

/** Checks the words on a local variable. */
export function checkLocalModifiers(cx: BodyContext, modifiers: Modifiers): void {
  checkWords(cx, modifiers, 'locals');
}

/** Checks what the class around demands of the words on a member. */
export function checkMemberScope(
  cx: Reporter,
  modifiers: Modifiers,
  place: Place,
  owner: TypeSymbol,
  pos: Position
): void {
  const at = modifiers.words[0]?.pos ?? pos;
  for (const word of ['global', 'webservice'] as const) {
    if (hasWord(modifiers, word) && owner.access !== 'global') {
      cx.error(at, `Defining type for ${spelled(word)} ${place} must be declared as global`);
    }
  }
  if (hasWord(modifiers, 'static') && owner.outer !== null) {
    cx.error(at, `static can only be used on ${place} of a top level type`);
  }
}

/** Checks the words on a class, interface or enum. */
export function checkTypeScope(cx: Reporter, symbol: TypeSymbol, modifiers: Modifiers, pos: Position): void {
  if (symbol.outer === null) {
    const isVisible = hasWord(modifiers, 'global') || hasWord(modifiers, 'public');
    if (!isVisible && annotationOf(modifiers, 'istest') === undefined)
      cx.error(pos, 'Top-level type must have public or global visibility');
  } else if (
    hasWord(modifiers, 'global') &&
    symbol.outer.access !== 'global' &&
    !symbol.outer.fullName.startsWith('Anonymous')
  ) {
    cx.error(pos, 'Enclosing type for global classes in apex classes must be declared as global');
  }
}
