/**
 * A small reader of Java class files: names, flags, generic signatures and members, and nothing of their code.
 * It reads the type libraries (jars of signatures) from which the platform snapshot is generated.
 * Format: The Java Virtual Machine Specification, chapter 4.
 */
import JSZip from 'jszip';

/** A member of a class: `signature` is the generic signature where the compiler wrote one, else the descriptor. */
export interface ClassMember {
  name: string;
  signature: string;
  isPublic: boolean;
  isStatic: boolean;
  isFinal: boolean;
  isAbstract: boolean;
  isSynthetic: boolean;
}

/** What a class file declares. Names are binary names with slashes: `com/example/Outer$Inner`. */
export interface ClassFile {
  name: string;
  superName: string | null;
  interfaces: string[];
  /** Generic signature of the class, or null when it is not generic. */
  signature: string | null;
  isInterface: boolean;
  isAbstract: boolean;
  isEnum: boolean;
  fields: ClassMember[];
  methods: ClassMember[];
}

const ACC = {
  public: 0x1,
  static: 0x8,
  final: 0x10,
  interface: 0x200,
  abstract: 0x400,
  synthetic: 0x1000,
  enum: 0x4000
};

/** Bytes that follow the tag of a constant, by tag; tag 1 (text) has its own length. */
const CONSTANT_SIZE: Record<number, number> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2
};

class Reader {
  private at = 0;
  private readonly texts = new Map<number, string>();
  private readonly classNames = new Map<number, number>();

  constructor(private readonly bytes: Buffer) {}

  u2(): number {
    this.at += 2;
    return this.bytes.readUInt16BE(this.at - 2);
  }

  u4(): number {
    this.at += 4;
    return this.bytes.readUInt32BE(this.at - 4);
  }

  skip(count: number): void {
    this.at += count;
  }

  readConstants(): void {
    const count = this.u2();
    for (let index = 1; index < count; index++) {
      const tag = this.bytes.readUInt8(this.at++);
      if (tag === 1) {
        const length = this.u2();
        this.texts.set(index, this.bytes.toString('utf8', this.at, this.at + length));
        this.at += length;
        continue;
      }
      const size = CONSTANT_SIZE[tag];
      if (size === undefined) throw new Error(`Class file: unknown constant tag ${tag}`);
      if (tag === 7) this.classNames.set(index, this.bytes.readUInt16BE(this.at));
      this.at += size;
      if (tag === 5 || tag === 6) index++;
    }
  }

  text(index: number): string {
    const text = this.texts.get(index);
    if (text === undefined) throw new Error(`Class file: constant ${index} is not a text`);
    return text;
  }

  className(index: number): string | null {
    const nameIndex = this.classNames.get(index);
    return nameIndex === undefined ? null : this.text(nameIndex);
  }

  /** Reads attributes, of which only `Signature` matters here. */
  signatureAttribute(): string | null {
    let signature: string | null = null;
    for (let left = this.u2(); left > 0; left--) {
      const name = this.text(this.u2());
      const length = this.u4();
      if (name === 'Signature') signature = this.text(this.u2());
      else this.skip(length);
    }
    return signature;
  }

  members(): ClassMember[] {
    const members: ClassMember[] = [];
    for (let left = this.u2(); left > 0; left--) {
      const flags = this.u2();
      const name = this.text(this.u2());
      const descriptor = this.text(this.u2());
      members.push({
        name,
        signature: this.signatureAttribute() ?? descriptor,
        isPublic: (flags & ACC.public) !== 0,
        isStatic: (flags & ACC.static) !== 0,
        isFinal: (flags & ACC.final) !== 0,
        isAbstract: (flags & ACC.abstract) !== 0,
        isSynthetic: (flags & ACC.synthetic) !== 0
      });
    }
    return members;
  }
}

/** Reads one class file. Throws an Error when the bytes are not a class file. */
export function readClassFile(bytes: Buffer): ClassFile {
  const reader = new Reader(bytes);
  if (bytes.length < 8 || reader.u4() !== 0xcafebabe) throw new Error('Not a Java class file');
  reader.skip(4);
  reader.readConstants();
  const flags = reader.u2();
  const name = reader.className(reader.u2());
  if (name === null) throw new Error('Class file without a name');
  const superName = reader.className(reader.u2());
  const interfaces: string[] = [];
  for (let left = reader.u2(); left > 0; left--) interfaces.push(reader.className(reader.u2()) ?? '');
  const fields = reader.members();
  const methods = reader.members();
  return {
    name,
    superName,
    interfaces,
    signature: reader.signatureAttribute(),
    isInterface: (flags & ACC.interface) !== 0,
    isAbstract: (flags & ACC.abstract) !== 0,
    isEnum: (flags & ACC.enum) !== 0,
    fields,
    methods
  };
}

/** Reads every class of a jar whose name `wanted` accepts (binary name without `.class`), in order of name. */
export async function readJar(jar: Buffer, wanted: (name: string) => boolean = () => true): Promise<ClassFile[]> {
  const zip = await JSZip.loadAsync(jar);
  const names = Object.keys(zip.files).filter(
    (name) => name.endsWith('.class') && wanted(name.slice(0, -'.class'.length))
  );
  const classes: ClassFile[] = [];
  for (const name of names.sort()) classes.push(readClassFile(await zip.files[name]!.async('nodebuffer')));
  return classes;
}
