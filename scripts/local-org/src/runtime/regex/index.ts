/** Regular expressions of Apex. */
import { throwNew, UnsupportedError } from '../values';
import { translateRegex, type Translation } from './translate';

/** A compiled pattern; JavaScript expressions are made when first needed. */
export class CompiledRegex {
  private search: RegExp | null = null;
  private whole: RegExp | null = null;
  private sticky: RegExp | null = null;

  constructor(
    readonly pattern: string,
    readonly translation: Translation
  ) {}

  private make(source: string, flags: string): RegExp {
    try {
      return new RegExp(source, `dv${this.translation.ignoreCase ? 'i' : ''}${flags}`);
    } catch (error) {
      throw new UnsupportedError(`the regular expression ${this.pattern}`, (error as Error).message);
    }
  }
  /** Finds from an index on. */
  find(text: string, from: number): RegExpExecArray | null {
    this.search ??= this.make(this.translation.source, 'g');
    this.search.lastIndex = from;
    return this.search.exec(text);
  }
  /** Matches the whole text. */
  matchAll(text: string): RegExpExecArray | null {
    this.whole ??= this.make(`(?<![\\s\\S])(?:${this.translation.source})(?![\\s\\S])`, '');
    return this.whole.exec(text);
  }
  /** Matches at the beginning. */
  matchStart(text: string): RegExpExecArray | null {
    this.sticky ??= this.make(this.translation.source, 'y');
    this.sticky.lastIndex = 0;
    return this.sticky.exec(text);
  }
}

const cache = new Map<string, CompiledRegex>();

/** @throws StringException when Java rejects the pattern; UnsupportedError when it has no translation */
export function compileRegex(pattern: string): CompiledRegex {
  let regex = cache.get(pattern);
  if (!regex) {
    regex = new CompiledRegex(pattern, translateRegex(pattern));
    cache.set(pattern, regex);
  }
  return regex;
}

/** Text and span of a group (0 is the whole match); null when it took no part. */
export function groupSpan(match: RegExpExecArray, group: number): [number, number] | null {
  if (group === 0) return match.indices![0]!;
  return match.indices!.groups?.[`g${group}`] ?? null;
}

/** Text of a group. @throws StringException `No group 3` */
export function groupText(regex: CompiledRegex, match: RegExpExecArray, group: number): string | null {
  if (group < 0 || group > regex.translation.groupCount) return throwNew('System.StringException', `No group ${group}`);
  if (group === 0) return match[0];
  return match.groups?.[`g${group}`] ?? null;
}

/**
 * java.lang.String.split: a limit above 0 caps the parts; 0 drops trailing empty parts; below 0 keeps all. An empty match
 * at the beginning makes no empty leading part.
 */
export function splitByRegex(regex: CompiledRegex, text: string, limit: number): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let from = 0; from <= text.length;) {
    if (limit > 0 && parts.length === limit - 1) break;
    const match = regex.find(text, from);
    if (!match) break;
    const end = match.index + match[0].length;
    from = match[0] === '' ? end + 1 : end;
    if (end === 0 || (match[0] === '' && match.index >= text.length)) continue;
    parts.push(text.slice(start, match.index));
    start = end;
  }
  if (parts.length === 0 && start === 0) return [text];
  parts.push(text.slice(start));
  if (limit === 0) while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop();
  return parts;
}
