/**
 * System.Blob and System.EncodingUtil.
 * Source: Apex Reference Guide, "Blob Class", "EncodingUtil Class".
 */
import { ApexBlob, throwNew } from '../../values';
import { withoutNulls } from '../args';
import { platformClass } from '../registry';

/** @throws StringException when the bytes are no text in UTF-8 */
function textOf(blob: ApexBlob): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(blob.bytes);
  } catch {
    return throwNew('System.StringException', 'BLOB is not a valid UTF-8 string');
  }
}

platformClass('System.Blob', {
  statics: withoutNulls({ 'valueOf/1': (text: string) => ApexBlob.fromString(text) }),
  instance: {
    'size/0': (self: ApexBlob) => self.size,
    'toString/0': textOf
  }
});

function base64Decode(text: string): ApexBlob {
  const compact = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) {
    return throwNew('System.StringException', 'Unrecognized base64 character');
  }
  return new ApexBlob(Buffer.from(compact, 'base64'));
}

function fromHex(text: string): ApexBlob {
  if (text.length % 2 !== 0) return throwNew('System.StringException', 'Odd number of characters.');
  if (!/^[0-9a-fA-F]*$/.test(text)) return throwNew('System.StringException', 'Illegal hexadecimal character');
  return new ApexBlob(Buffer.from(text, 'hex'));
}

/** The encodings that Node and Java name alike. */
function encoding(name: string): BufferEncoding {
  const known: Record<string, BufferEncoding> = {
    'utf-8': 'utf8',
    utf8: 'utf8',
    'us-ascii': 'ascii',
    ascii: 'ascii',
    'iso-8859-1': 'latin1'
  };
  return known[name.toLowerCase()] ?? throwNew('System.StringException', `Unsupported encoding: ${name}`);
}

/** As java.net.URLEncoder: `.-*_` stay, blanks become `+`. */
function urlEncode(text: string, charset: string): string {
  let out = '';
  for (const byte of Buffer.from(text, encoding(charset))) {
    const c = String.fromCharCode(byte);
    if (/[a-zA-Z0-9.\-*_]/.test(c)) out += c;
    else out += c === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

function urlDecode(text: string, charset: string): string {
  const target = encoding(charset);
  return text.replaceAll('+', ' ').replace(/(%[0-9a-fA-F]{2})+/g, (run) => {
    return Buffer.from(run.replaceAll('%', ''), 'hex').toString(target);
  });
}

platformClass('System.EncodingUtil', {
  statics: withoutNulls({
    'base64Encode/1': (blob: ApexBlob) => blob.bytes.toString('base64'),
    'base64Decode/1': base64Decode,
    'convertToHex/1': (blob: ApexBlob) => blob.bytes.toString('hex'),
    'convertFromHex/1': fromHex,
    'urlEncode/2': urlEncode,
    'urlDecode/2': urlDecode
  })
});
