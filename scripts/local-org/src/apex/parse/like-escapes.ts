/**
 * `\%` and `\_` in the strings of a dynamic query: LIKE knows them, the grammar's strings do not. They pass the lexer as
 * a private character of the same length.
 */
const STANDS_FOR_BACKSLASH = '\uE001';

/** Text for the lexer. */
export function hideLikeEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const next = text[i + 1];
    if (text[i] !== '\\') {
      result += text[i];
    } else {
      result += next === '%' || next === '_' ? STANDS_FOR_BACKSLASH + next : text[i]! + (next ?? '');
      i += 1;
    }
  }
  return result;
}

/** The reverse, for the body of one string. */
export function showLikeEscapes(body: string): string {
  return body.replaceAll(STANDS_FOR_BACKSLASH, '\\');
}
