/** Reads of modifiers. */
import type { Annotation, Modifiers, ModifierWord } from '../ast';
import type { Access } from '../types';

/** Whether the word stands among the modifiers. */
export function hasWord(modifiers: Modifiers, word: ModifierWord): boolean {
  return modifiers.words.some((item) => item.word === word);
}

/** The annotation of that name, or undefined. */
export function annotationOf(modifiers: Modifiers, name: string): Annotation | undefined {
  return modifiers.annotations.find((item) => item.name.toLowerCase() === name.toLowerCase());
}

/** Lower-cased names of the annotations. */
export function annotationNames(modifiers: Modifiers): string[] {
  return modifiers.annotations.map((item) => item.name.toLowerCase());
}

/** The written access, or `fallback`; `webservice` members are global. */
export function accessOf(modifiers: Modifiers, fallback: Access): Access {
  for (const access of ['global', 'public', 'protected', 'private'] as const) {
    if (hasWord(modifiers, access)) return access;
  }
  return hasWord(modifiers, 'webservice') ? 'global' : fallback;
}
