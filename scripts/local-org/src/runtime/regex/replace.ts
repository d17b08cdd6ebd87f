/** Replacement by java.util.regex rules. */
import { throwNew } from '../values';
import { groupText, type CompiledRegex } from './index';

/**
 * Expands `$1`, `${name}` and `\x` in a replacement.
 * @throws StringException `Illegal group reference` or `No group 3`
 */
export function expandReplacement(replacement: string, regex: CompiledRegex, match: RegExpExecArray): string {
  let out = '';
  for (let i = 0; i < replacement.length; i++) {
    const c = replacement[i]!;
    if (c === '\\') {
      if (++i >= replacement.length) throwNew('System.StringException', 'character to be escaped is missing');
      out += replacement[i];
    } else if (c === '$') {
      const [group, length] = groupReference(replacement.slice(i + 1), regex);
      out += groupText(regex, match, group) ?? '';
      i += length;
    } else out += c;
  }
  return out;
}

/** Group number, and how many characters named it. */
function groupReference(text: string, regex: CompiledRegex): [number, number] {
  const named = /^\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(text);
  if (named) {
    const number = regex.translation.names.get(named[1]!);
    if (number === undefined) return throwNew('System.StringException', `No group with name {${named[1]}}`);
    return [number, named[0].length];
  }
  if (!/^\d/.test(text)) return throwNew('System.StringException', 'Illegal group reference');
  let group = Number(text[0]);
  let length = 1;
  while (/\d/.test(text[length] ?? '') && group * 10 + Number(text[length]) <= regex.translation.groupCount) {
    group = group * 10 + Number(text[length++]);
  }
  return [group, length];
}

/** Replaces all matches, or the first. */
export function javaReplaceAll(regex: CompiledRegex, text: string, replacement: string, all: boolean): string {
  let out = '';
  let last = 0;
  for (let from = 0; from <= text.length;) {
    const match = regex.find(text, from);
    if (!match) break;
    out += text.slice(last, match.index) + expandReplacement(replacement, regex, match);
    last = match.index + match[0].length;
    from = match[0] === '' ? last + 1 : last;
    if (!all) break;
  }
  return out + text.slice(last);
}
