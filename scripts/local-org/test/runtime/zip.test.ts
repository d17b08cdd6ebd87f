/** Zip files that Apex writes and reads. Source: Apex Reference Guide, "Compression Namespace". */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import JSZip from 'jszip';
import { ApexBlob, type ApexList } from '../../src/runtime/values';
import { UnsupportedError } from '../../src/runtime/values/errors';
import { enumConstant } from '../../src/runtime/lib/enums';
import { callOn, construct, thrownBy } from './support';

const WRITER = 'Compression.ZipWriter';
const READER = 'Compression.ZipReader';

function writerOf(files: Record<string, string>): unknown {
  const writer = construct(WRITER);
  for (const [name, text] of Object.entries(files)) callOn(WRITER, 'addEntry', writer, name, ApexBlob.fromString(text));
  return writer;
}

const archiveOf = (writer: unknown) => callOn(WRITER, 'getArchive', writer) as ApexBlob;

test('another library reads what Apex packed', async () => {
  const archive = archiveOf(writerOf({ 'package.xml': '<Package/>', 'objects/Lead.object': 'リード' }));
  const zip = await JSZip.loadAsync(archive.bytes);
  assert.equal(await zip.file('package.xml')!.async('string'), '<Package/>');
  assert.equal(await zip.file('objects/Lead.object')!.async('string'), 'リード');
});

test('Apex reads what another library packed', async () => {
  const bytes = await new JSZip().file('b.txt', 'Hello').generateAsync({ type: 'nodebuffer' });
  const reader = construct(READER, new ApexBlob(bytes));
  assert.deepEqual((callOn(READER, 'getEntryNames', reader) as ApexList).items, ['b.txt']);
  assert.equal((callOn(READER, 'extract', reader, 'b.txt') as ApexBlob).bytes.toString(), 'Hello');
  const entry = callOn(READER, 'getEntry', reader, 'b.txt');
  assert.equal(callOn('Compression.ZipEntry', 'getName', entry), 'b.txt');
  assert.equal(callOn('Compression.ZipEntry', 'getUncompressedSize', entry), 5n);
});

test('levels and methods decide on the size', () => {
  const writer = writerOf({ 'a.txt': 'a'.repeat(10_000) });
  const packed = archiveOf(writer).size;
  callOn(WRITER, 'setMethod', writer, enumConstant('Compression.Method', 'STORED'));
  assert.ok(packed < 500 && archiveOf(writer).size > 10_000);
  callOn(WRITER, 'setMethod', writer, enumConstant('Compression.Method', 'DEFLATED'));
  callOn(WRITER, 'setLevel', writer, enumConstant('Compression.Level', 'NO_COMPRESSION'));
  assert.ok(archiveOf(writer).size > 10_000);
});

test('removed entries are not packed', () => {
  const writer = writerOf({ 'a.txt': 'a', 'b.txt': 'b' });
  callOn(WRITER, 'removeEntry', writer, 'a.txt');
  const reader = construct(READER, archiveOf(writer));
  assert.deepEqual((callOn(READER, 'getEntryNames', reader) as ApexList).items, ['b.txt']);
});

test('what is no zip file throws, and what the reference leaves open is refused', () => {
  assert.match(
    thrownBy(() => construct(READER, ApexBlob.fromString('no zip'))),
    /ZipException/
  );
  assert.throws(
    () => callOn(WRITER, 'addEntry', writerOf({ a: 'a' }), 'a', ApexBlob.fromString('b')),
    UnsupportedError
  );
  const reader = construct(READER, archiveOf(writerOf({ a: 'a' })));
  assert.throws(() => callOn(READER, 'extract', reader, 'b'), UnsupportedError);
});
