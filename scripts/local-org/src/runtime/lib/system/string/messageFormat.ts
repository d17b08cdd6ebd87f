/**
 * `String.format`: java.text.MessageFormat with text arguments.
 * Source: Apex Reference Guide, String.format; java.text.MessageFormat for quotes and braces.
 */
import { throwNew, toApexString } from '../../../values';

/**
 * Fills `{0}`, `{1}` … ; `''` is an apostrophe and `'…'` quotes braces. A number without argument stays as it is.
 * @throws StringException for malformed placeholders
 */
export function messageFormat(pattern: string, args: unknown[]): string {
  let out = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === "'") {
      if (pattern[i + 1] === "'") {
        out += c;
        i++;
      } else quoted = !quoted;
    } else if (c === '{' && !quoted) {
      const end = pattern.indexOf('}', i);
      if (end < 0) return throwNew('System.StringException', 'Unmatched braces in the pattern.');
      out += argument(pattern.slice(i + 1, end), args);
      i = end;
    } else out += c;
  }
  return out;
}

function argument(placeholder: string, args: unknown[]): string {
  const [index, format] = placeholder.split(',').map((part) => part.trim());
  if (!/^\d+$/.test(index ?? '')) {
    return throwNew('System.StringException', `can't parse argument number: ${placeholder}`);
  }
  const position = Number(index);
  if (position >= args.length) return `{${position}}`;
  if (format !== undefined) {
    const kind = format === 'number' ? 'Number' : 'Date';
    return throwNew('System.StringException', `Cannot format given Object as a ${kind}`);
  }
  return toApexString(args[position]) ?? 'null';
}
