/**
 * What belongs to one emitted file: its output, the constants hoisted to its head, what is known for coverage and traces.
 */
import type { ApexType, TypeSymbol } from '../types';
import { classBinding, quote } from './names';
import { Writer } from './writer';

/** Lines of one method, for naming the frames of a stack trace. */
export interface MethodRange {
  /** `Class.Foo.bar`, `Trigger.T`, `AnonymousBlock`. */
  name: string;
  start: number;
  end: number;
}

/** One emitted file. */
export interface EmittedFile {
  file: string;
  /** A script whose value is a function of `$r` (support library) and `$k` (classes by name). */
  code: string;
  methods: MethodRange[];
  /** Lines that count for coverage, ascending. */
  coverableLines: number[];
}

export class FileEmitter {
  readonly w = new Writer();
  readonly methods: MethodRange[] = [];
  readonly coverable = new Set<number>();
  private readonly constants = new Map<string, string>();
  private readonly classSlots = new Map<string, string>();
  /** Classes whose JavaScript binding is in scope where the emitter stands. */
  private readonly inScope = new Set<TypeSymbol>();

  constructor(readonly file: string) {
    for (const [name, text] of COMMON) this.constants.set(text, name);
  }

  /** A constant at the head of the file; the same text gives the same constant. */
  hoist(text: string): string {
    const known = this.constants.get(text);
    if (known !== undefined) return known;
    const name = `$h${this.constants.size}`;
    this.constants.set(text, name);
    return name;
  }

  /** A constant holding the run-time description of a type. */
  rtType(type: ApexType): string {
    return this.hoist(this.rtTypeText(type));
  }

  private rtTypeText(type: ApexType): string {
    if (type.kind !== 'named') return `$r.rtType(${quote(type.kind === 'void' ? 'void' : 'System.Object')})`;
    const args = type.args.map((arg) => this.rtType(arg));
    const name = quote(type.symbol.fullName);
    return args.length > 0 ? `$r.rtType(${name},[${args.join(',')}])` : `$r.rtType(${name})`;
  }

  /** An expression for a user class. Classes of other files are looked up once and remembered. */
  classRef(symbol: TypeSymbol): string {
    if (this.inScope.has(symbol)) return classBinding(symbol);
    let slot = this.classSlots.get(symbol.fullName);
    if (slot === undefined) {
      slot = `$k${this.classSlots.size}`;
      this.classSlots.set(symbol.fullName, slot);
    }
    return `(${slot}??(${slot}=$k[${quote(symbol.fullName)}]))`;
  }

  /** While `body` runs, the class can be named directly. */
  withClassInScope(symbol: TypeSymbol, body: () => void): void {
    this.inScope.add(symbol);
    body();
    this.inScope.delete(symbol);
  }

  /** The finished script. */
  finish(): EmittedFile {
    const constants = [...this.constants].map(([text, name]) => `${name}=${text}`);
    const slots = [...this.classSlots.values()];
    const coverable = [...this.coverable].sort((a, b) => a - b);
    const size = (coverable[coverable.length - 1] ?? 0) + 1;
    const head = `(function($r,$k){"use strict";const $c=$r.coverage(${quote(this.file)},${size}),${constants.join(',')};${
      slots.length > 0 ? `let ${slots.join(',')};` : ''
    }`;
    return {
      file: this.file,
      code: `${head}${this.w.toString()}\n})`,
      methods: this.methods,
      coverableLines: coverable
    };
  }
}

/** Helpers that nearly every file uses, under short names. */
const COMMON: readonly [string, string][] = [
  ['$K', '$r.kernel'],
  ['$n', '$r.nonNull'],
  ['$b', '$r.bool']
];
