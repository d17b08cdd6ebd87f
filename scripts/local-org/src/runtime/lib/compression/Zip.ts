/**
 * Compression.ZipWriter, ZipReader and ZipEntry. What an org does with a name that is added twice, or asked for and not
 * there, is not documented, and so refused by name.
 * Source: Apex Reference Guide, "Compression Namespace".
 */
import { unzipSync, zipSync, type Zippable } from 'fflate';
import {
  ApexBlob,
  ApexList,
  ApexMap,
  ApexObject,
  listOf,
  mapOf,
  rtType,
  STRING,
  throwNew,
  type ApexEnum,
  type RtType
} from '../../values';
import { UnsupportedError } from '../../values/errors';
import { nonNull, withoutNulls } from '../args';
import { enumConstant } from '../enums';
import { platformClass } from '../registry';

const ENTRY = rtType('Compression.ZipEntry');
const WRITER = rtType('Compression.ZipWriter');
const READER = rtType('Compression.ZipReader');

/** Levels of DEFLATE, as zlib numbers them. */
const LEVELS = { BEST_COMPRESSION: 9, BEST_SPEED: 1, DEFAULT_LEVEL: 6, NO_COMPRESSION: 0 } as const;

class ZipEntry extends ApexObject {
  constructor(
    readonly name: string,
    readonly content: ApexBlob
  ) {
    super();
  }
  override get rtType(): RtType {
    return ENTRY;
  }
}

class ZipWriter extends ApexObject {
  readonly entries = new Map<string, ZipEntry>();
  level: ApexEnum = enumConstant('Compression.Level', 'DEFAULT_LEVEL');
  method: ApexEnum = enumConstant('Compression.Method', 'DEFLATED');

  override get rtType(): RtType {
    return WRITER;
  }

  add(name: string, content: ApexBlob): ZipEntry {
    if (this.entries.has(name)) throw new UnsupportedError('Compression.ZipWriter.addEntry with a name that is taken');
    const entry = new ZipEntry(name, content);
    this.entries.set(name, entry);
    return entry;
  }

  archive(): ApexBlob {
    const files: Zippable = {};
    for (const entry of this.entries.values()) files[entry.name] = entry.content.bytes;
    const level = this.method.name === 'STORED' ? 0 : LEVELS[this.level.name as keyof typeof LEVELS];
    return new ApexBlob(Buffer.from(zipSync(files, { level })));
  }
}

class ZipReader extends ApexObject {
  constructor(readonly entries: Map<string, ZipEntry>) {
    super();
  }
  override get rtType(): RtType {
    return READER;
  }

  /** @throws ZipException when the bytes are no zip file */
  static of(archive: ApexBlob): ZipReader {
    try {
      const files = Object.entries(unzipSync(archive.bytes));
      return new ZipReader(
        new Map(files.map(([name, bytes]) => [name, new ZipEntry(name, new ApexBlob(Buffer.from(bytes)))]))
      );
    } catch (error) {
      return throwNew('Compression.ZipException', (error as Error).message);
    }
  }

  entry(name: string): ZipEntry {
    const found = this.entries.get(name);
    if (!found) throw new UnsupportedError('Compression.ZipReader with the name of no entry');
    return found;
  }
}

const list = (entries: Map<string, ZipEntry>): ApexList => new ApexList(listOf(ENTRY), [...entries.values()]);

platformClass('Compression.ZipEntry', {
  jsClass: ZipEntry,
  instance: {
    'getName/0': (self: ZipEntry) => self.name,
    'getContent/0': (self: ZipEntry) => self.content,
    'getUncompressedSize/0': (self: ZipEntry) => BigInt(self.content.size)
  }
});

platformClass('Compression.ZipWriter', {
  jsClass: ZipWriter,
  construct: { '/0': () => new ZipWriter() },
  instance: {
    ...withoutNulls({
      'addEntry(String,Blob)': (self: ZipWriter, name: string, content: ApexBlob) => self.add(name, content),
      'removeEntry/1': (self: ZipWriter, name: string) => {
        if (!self.entries.delete(name)) {
          throw new UnsupportedError('Compression.ZipWriter.removeEntry with the name of no entry');
        }
      },
      'setLevel/1': (self: ZipWriter, level: ApexEnum) => {
        self.level = level;
        return self;
      },
      'setMethod/1': (self: ZipWriter, method: ApexEnum) => {
        self.method = method;
        return self;
      }
    }),
    'getArchive/0': (self: ZipWriter) => self.archive(),
    'getEntries/0': (self: ZipWriter) => list(self.entries),
    'getLevel/0': (self: ZipWriter) => self.level,
    'getMethod/0': (self: ZipWriter) => self.method
  }
});

platformClass('Compression.ZipReader', {
  jsClass: ZipReader,
  construct: { '/1': (archive: ApexBlob | null) => ZipReader.of(nonNull(archive)) },
  instance: {
    ...withoutNulls({
      'extract(String)': (self: ZipReader, name: string) => self.entry(name).content,
      'extract(Compression.ZipEntry)': (self: ZipReader, entry: ZipEntry) => self.entry(entry.name).content,
      'getEntry/1': (self: ZipReader, name: string) => self.entry(name)
    }),
    'getEntries/0': (self: ZipReader) => list(self.entries),
    'getEntriesMap/0': (self: ZipReader) => new ApexMap(mapOf(STRING, ENTRY), [...self.entries]),
    'getEntryNames/0': (self: ZipReader) => new ApexList(listOf(STRING), [...self.entries.keys()])
  }
});
