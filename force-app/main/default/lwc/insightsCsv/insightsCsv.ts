const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
/** What the engine puts an apostrophe before, lest a spreadsheet runs it as a formula. */
const GUARDED = /^'[=+\-@\t\r\n＝＋－＠]/;

/** A record, and where in the text the next one begins. */
interface Scanned {
  record: string[];
  end: number;
}

/**
 * Reads comma-separated text: cells may be quoted, and hold commas, line ends and doubled quotes then.
 * @param text the text, with or without a byte order mark
 * @returns the records, the header first; empty lines are left out
 */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let position = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  while (position < text.length) {
    const { record, end } = scanRecord(text, position);
    if (record.length > 1 || record[0] !== '') {
      records.push(record);
    }
    position = end;
  }
  return records;
}

/** @returns a cell as it was delivered, without the apostrophe that guards spreadsheets */
export function withoutGuard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/**
 * Joins files to one. Columns are matched by name, so that a file with fewer or other columns keeps its values in
 * their places.
 * @param texts contents of the files, each with a header
 * @returns the pieces of the joined file, to be written one after another; no pieces without files
 */
export function joinCsv(texts: string[]): string[] {
  const heads = texts.map(headOf).filter((head) => head.record.length > 0);
  if (heads.length === 0) {
    return [];
  }
  const columns = [...new Set(heads.flatMap(({ record }) => columnKeys(record)))];
  const widest = heads.find(({ record }) => record.length === columns.length);
  const names = widest ? widest.record : columns.map((key) => key.slice(key.indexOf(':') + 1));
  const order = columnKeys(names);
  const header = BYTE_ORDER_MARK + line(names);
  return [header, ...heads.map((head) => bodyOf(head, order))];
}

interface Head extends Scanned {
  text: string;
}

function headOf(text: string): Head {
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  return start < text.length ? { text, ...scanRecord(text, start) } : { text, record: [], end: text.length };
}

/** Columns of one name are told apart by their order. */
function columnKeys(names: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return `${count}:${name}`;
  });
}

/** Nearly always the columns are the same, and the text is taken as it stands. */
function bodyOf({ text, record, end }: Head, order: string[]): string {
  const own = columnKeys(record);
  if (own.join('\n') === order.join('\n')) {
    const body = text.slice(end);
    return body === '' || body.endsWith('\n') ? body : body + LINE_END;
  }
  const places = order.map((key) => own.indexOf(key));
  return parseCsv(text)
    .slice(1)
    .map((cells) => line(places.map((place) => cells[place] ?? '')))
    .join('');
}

function line(cells: string[]): string {
  return cells.map((cell) => (cell === '' ? '' : `"${cell.replace(/"/g, '""')}"`)).join(',') + LINE_END;
}

function scanRecord(text: string, start: number): Scanned {
  const record: string[] = [];
  let position = start;
  for (;;) {
    const cell = text[position] === '"' ? quotedCell(text, position) : plainCell(text, position);
    record.push(cell.value);
    position = cell.end;
    if (text[position] !== ',') {
      return { record, end: afterLineEnd(text, position) };
    }
    position++;
  }
}

function quotedCell(text: string, start: number): { value: string; end: number } {
  let value = '';
  let position = start + 1;
  for (;;) {
    const quote = text.indexOf('"', position);
    if (quote < 0) {
      return { value: value + text.slice(position), end: text.length };
    }
    value += text.slice(position, quote);
    if (text[quote + 1] !== '"') {
      return { value, end: quote + 1 };
    }
    value += '"';
    position = quote + 2;
  }
}

function plainCell(text: string, start: number): { value: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') {
    end++;
  }
  return { value: text.slice(start, end), end };
}

/** Whatever stands between a closing quote and the end of the line is passed over with it. */
function afterLineEnd(text: string, start: number): number {
  const lineFeed = text.indexOf('\n', start);
  const carriageReturn = text.indexOf('\r', start);
  if (carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed)) {
    return text[carriageReturn + 1] === '\n' ? carriageReturn + 2 : carriageReturn + 1;
  }
  return lineFeed < 0 ? text.length : lineFeed + 1;
}
