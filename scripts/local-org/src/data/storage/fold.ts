/**
 * Case-insensitive text, as SOQL compares it. SQLite's NOCASE knows ASCII only, so the database registers this function
 * as `fold` and indexes are made on `fold(column)`.
 */
export function fold(text: string): string {
  return text.toLowerCase();
}
