/**
 * Generic signatures of class files (JVMS 4.7.9.1), parsed to a small tree.
 */

/** A type in a signature: a class with arguments, a type variable, or void. */
export type JavaType =
  { kind: 'class'; name: string; args: JavaType[] } | { kind: 'typevar'; name: string } | { kind: 'void' };

export interface MethodSignature {
  params: JavaType[];
  returns: JavaType;
}

export interface ClassSignature {
  typeParams: string[];
  superclass: JavaType;
  interfaces: JavaType[];
}

class SignatureReader {
  private at = 0;

  constructor(private readonly text: string) {}

  get done(): boolean {
    return this.at >= this.text.length;
  }

  peek(): string {
    return this.text[this.at] ?? '';
  }

  private fail(): never {
    throw new Error(`Signature not understood at ${this.at}: ${this.text}`);
  }

  private expect(character: string): void {
    if (this.peek() !== character) this.fail();
    this.at++;
  }

  private word(stops: string): string {
    const start = this.at;
    while (!this.done && !stops.includes(this.peek())) this.at++;
    return this.text.slice(start, this.at);
  }

  typeParams(): string[] {
    const names: string[] = [];
    if (this.peek() !== '<') return names;
    this.at++;
    while (this.peek() !== '>') {
      names.push(this.word(':'));
      while (this.peek() === ':') {
        this.at++;
        if (this.peek() !== ':') this.type();
      }
    }
    this.at++;
    return names;
  }

  type(): JavaType {
    const head = this.peek();
    this.at++;
    if (head === 'V') return { kind: 'void' };
    if (head === 'T') {
      const name = this.word(';');
      this.expect(';');
      return { kind: 'typevar', name };
    }
    if (head === 'L') return this.classType();
    if (head === '[') return { kind: 'class', name: 'array', args: [this.type()] };
    if ('BCDFIJSZ'.includes(head)) return { kind: 'class', name: `primitive ${head}`, args: [] };
    return this.fail();
  }

  private classType(): JavaType {
    const name = this.word('<;');
    const args: JavaType[] = [];
    if (this.peek() === '<') {
      this.at++;
      while (this.peek() !== '>') args.push(this.type());
      this.at++;
    }
    this.expect(';');
    return { kind: 'class', name, args };
  }

  params(): JavaType[] {
    this.expect('(');
    const types: JavaType[] = [];
    while (this.peek() !== ')') types.push(this.type());
    this.at++;
    return types;
  }
}

/** Parses the signature or descriptor of a method. */
export function parseMethodSignature(text: string): MethodSignature {
  const reader = new SignatureReader(text);
  return { params: reader.params(), returns: reader.type() };
}

/** Parses the signature or descriptor of a field. */
export function parseFieldSignature(text: string): JavaType {
  return new SignatureReader(text).type();
}

/** Parses the signature of a generic class. */
export function parseClassSignature(text: string): ClassSignature {
  const reader = new SignatureReader(text);
  const typeParams = reader.typeParams();
  const superclass = reader.type();
  const interfaces: JavaType[] = [];
  while (!reader.done) interfaces.push(reader.type());
  return { typeParams, superclass, interfaces };
}
