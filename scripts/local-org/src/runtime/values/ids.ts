/**
 * Record ids: 15 case-sensitive characters, and the 18-character form with a checksum of their letter case.
 * Source: Salesforce Help, "ID Field Type" in the Object Reference.
 */
import { throwNew } from './exception';

const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

function isIdText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const digit = c >= 48 && c <= 57;
    const letter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
    if (!digit && !letter) return false;
  }
  return true;
}

/** Whether the text has the form of an id: 15 characters, or 18 with any checksum. */
export function isIdForm(text: string): boolean {
  return (text.length === 15 || text.length === 18) && isIdText(text);
}

/** The 18-character form of a 15-character id. */
export function idChecksum(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const c = id15.charCodeAt(block * 5 + i);
      if (c >= 65 && c <= 90) bits |= 1 << i;
    }
    suffix += CHECKSUM[bits];
  }
  return suffix;
}

/** The letter case of a lower- or upper-cased 18-character id, restored from its checksum. */
function restoreCase(id18: string): string {
  let result = '';
  for (let block = 0; block < 3; block++) {
    const bits = CHECKSUM.indexOf(id18[15 + block]!.toUpperCase());
    if (bits < 0) return id18;
    for (let i = 0; i < 5; i++) {
      const c = id18[block * 5 + i]!;
      result += (bits >> i) & 1 ? c.toUpperCase() : c.toLowerCase();
    }
  }
  return result + id18.slice(15).toUpperCase();
}

/** The 18-character form, or null when the text is no id. */
export function tryToId(text: string): string | null {
  if (!isIdForm(text)) return null;
  return text.length === 15 ? text + idChecksum(text) : restoreCase(text);
}

/** Converts a String to an Id as assignment does. @throws StringException `Invalid id: x` */
export function toId(text: string | null): string | null {
  if (text === null) return null;
  const id = tryToId(text);
  if (id === null) return throwNew('System.StringException', `Invalid id: ${text}`);
  return id;
}
