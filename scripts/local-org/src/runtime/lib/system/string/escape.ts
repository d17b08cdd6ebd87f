/**
 * String: escaping and HTML. Behaviour follows Apache Commons Lang's StringEscapeUtils.
 * Source: Apex Reference Guide, "String Class".
 */
import { decode, encode } from 'html-entities';
import { withoutNulls } from '../../args';
import { platformClass } from '../../registry';

const hex4 = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

const CONTROL: Record<string, string> = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r' };

/** Java escapes; ECMAScript's also escape `'` and `/`. */
function escapeScript(text: string, extra: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    const code = text.charCodeAt(i);
    if (CONTROL[c]) out += CONTROL[c];
    else if (c === '"' || c === '\\' || extra.includes(c)) out += `\\${c}`;
    else if (code < 32 || code > 127) out += `\\u${hex4(code)}`;
    else out += c;
  }
  return out;
}

const UNESCAPED: Record<string, string> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

function unescapeScript(text: string): string {
  return text.replace(/\\(u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|(.))/gs, (_all, _body, unicode, octal, other) => {
    if (unicode !== undefined) return String.fromCharCode(parseInt(String(unicode), 16));
    if (octal !== undefined) return String.fromCharCode(parseInt(String(octal), 8));
    return UNESCAPED[String(other)] ?? String(other);
  });
}

const XML: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' };

/** HTML 3 escapes the ISO-8859-1 names only. */
function escapeHtml3(text: string): string {
  return [...text].map((c) => (c <= '\u00ff' ? escapeHtml4(c) : c)).join('');
}
/** Named entities of HTML 4; the apostrophe has none there. */
function escapeHtml4(text: string): string {
  return encode(text, { mode: 'extensive', level: 'html4' }).replaceAll('&apos;', "'");
}

function escapeCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
function unescapeCsv(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  const inner = text.slice(1, -1);
  return /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

/** Removes tags and comments and resolves nothing else. */
function stripHtmlTags(text: string): string {
  let out = '';
  for (let i = 0; i < text.length;) {
    const c = text[i]!;
    const opensTag = c === '<' && /[a-zA-Z/!?]/.test(text[i + 1] ?? '');
    if (!opensTag) {
      out += c;
      i++;
      continue;
    }
    const close = text.startsWith('<!--', i) ? text.indexOf('-->', i) + 2 : text.indexOf('>', i);
    if (close < i) return out;
    i = close + 1;
  }
  return out;
}

const escapeUnicode = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
    .map((code) => (code < 32 || code > 127 ? `\\u${hex4(code)}` : String.fromCharCode(code)))
    .join('');

platformClass('System.String', {
  instance: withoutNulls({
    'escapeCsv/0': escapeCsv,
    'unescapeCsv/0': unescapeCsv,
    'escapeEcmaScript/0': (s: string) => escapeScript(s, "'/"),
    'unescapeEcmaScript/0': unescapeScript,
    'escapeJava/0': (s: string) => escapeScript(s, ''),
    'unescapeJava/0': unescapeScript,
    'escapeUnicode/0': escapeUnicode,
    'unescapeUnicode/0': (s: string) =>
      s.replace(/\\u+\+?([0-9a-fA-F]{4})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16))),
    'escapeXml/0': (s: string) => s.replace(/[<>&"']/g, (c) => XML[c]!),
    'unescapeXml/0': (s: string) => decode(s, { level: 'xml' }),
    'escapeHtml3/0': escapeHtml3,
    'unescapeHtml3/0': (s: string) => decode(s, { level: 'html4' }),
    'escapeHtml4/0': escapeHtml4,
    'unescapeHtml4/0': (s: string) => decode(s, { level: 'html4' }),
    'stripHtmlTags/0': stripHtmlTags
  }),
  statics: withoutNulls({ 'escapeSingleQuotes/1': (s: string) => s.replace(/['\\]/g, (c) => `\\${c}`) })
});
