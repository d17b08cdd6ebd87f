import { joinCsv, parseCsv, withoutGuard } from 'c/insightsCsv';

describe('parseCsv', () => {
  it('reads what the engine writes', () => {
    expect(parseCsv('\uFEFF"Row","Key",\r\n"1","a@example.com",\r\n')).toEqual([
      ['Row', 'Key', ''],
      ['1', 'a@example.com', '']
    ]);
  });

  it('keeps commas, quotes and line ends of quoted cells', () => {
    expect(parseCsv('"a, ""b""","c\r\nd"\r\n"e\nf",g')).toEqual([
      ['a, "b"', 'c\r\nd'],
      ['e\nf', 'g']
    ]);
  });

  it.each([
    ['line feeds', 'a,b\nc,d\n'],
    ['carriage returns', 'a,b\rc,d\r'],
    ['no line end at the end', 'a,b\r\nc,d'],
    ['empty lines', 'a,b\r\n\r\nc,d\r\n\r\n']
  ])('reads %s', (_what, text) => {
    expect(parseCsv(text)).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ]);
  });

  it.each([[''], ['\uFEFF'], ['\r\n']])('finds nothing in %j', (text) => {
    expect(parseCsv(text)).toEqual([]);
  });

  it('keeps a last empty cell', () => {
    expect(parseCsv('a,')).toEqual([['a', '']]);
  });

  it('takes the rest of a file that was cut off within a cell', () => {
    expect(parseCsv('a,"b\r\nc')).toEqual([['a', 'b\r\nc']]);
  });
});

describe('withoutGuard', () => {
  it.each([
    ["'=1+1", '=1+1'],
    ["'＠x", '＠x'],
    ["'\ttab", '\ttab'],
    ["'quoted'", "'quoted'"],
    ['-5', '-5'],
    ['', '']
  ])('turns %j into %j', (cell, delivered) => {
    expect(withoutGuard(cell)).toBe(delivered);
  });
});

describe('joinCsv', () => {
  it('writes one header before the lines of all files', () => {
    const joined = joinCsv(['\uFEFF"A","B"\r\n"1",\r\n', '\uFEFF"A","B"\r\n"2","x"\r\n"3","y"\r\n']).join('');
    expect(joined).toBe('\uFEFF"A","B"\r\n"1",\r\n"2","x"\r\n"3","y"\r\n');
  });

  it('leaves cells as they are, the guard included', () => {
    expect(joinCsv(['A\r\n"\'=x ""y"""\r\n', 'A\r\n"z"']).slice(1)).toEqual(['"\'=x ""y"""\r\n', '"z"\r\n']);
  });

  it('puts values under the column of their name', () => {
    const joined = joinCsv(['"Why"\r\n"stopped"\r\n', '"A","B","Why"\r\n"1","2","no number"\r\n']);
    expect(parseCsv(joined.join(''))).toEqual([
      ['A', 'B', 'Why'],
      ['', '', 'stopped'],
      ['1', '2', 'no number']
    ]);
  });

  it('keeps the columns of all files when no file has all of them', () => {
    expect(parseCsv(joinCsv(['A,B\r\n1,2\r\n', 'B,C\r\n3,4\r\n']).join(''))).toEqual([
      ['A', 'B', 'C'],
      ['1', '2', ''],
      ['', '3', '4']
    ]);
  });

  it('tells columns of one name apart', () => {
    expect(parseCsv(joinCsv(['A,A\r\n1,2\r\n', 'A\r\n3\r\n']).join(''))).toEqual([
      ['A', 'A'],
      ['1', '2'],
      ['3', '']
    ]);
  });

  it('writes nothing without files', () => {
    expect(joinCsv([])).toEqual([]);
    expect(joinCsv([''])).toEqual([]);
  });
});
