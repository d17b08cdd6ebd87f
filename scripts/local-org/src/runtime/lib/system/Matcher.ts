/**
 * System.Matcher. `hitEnd` and `requireEnd` need a view into the matching engine and are refused; so are transparent and
 * non-anchoring bounds.
 * Source: Apex Reference Guide, "Matcher Class".
 */
import { ApexObject, rtType, throwNew, UnsupportedError, type RtType } from '../../values';
import { expandReplacement, javaReplaceAll } from '../../regex/replace';
import { groupSpan, groupText } from '../../regex';
import { withoutNulls } from '../args';
import { platformClass } from '../registry';
import type { Pattern } from './Pattern';

const TYPE = rtType('System.Matcher');

/** Matches inside a region behave as if the text ended there: anchoring, opaque bounds. */
export class Matcher extends ApexObject {
  private match: RegExpExecArray | null = null;
  private from = 0;
  private start = 0;
  private end: number;

  constructor(
    public pattern: Pattern,
    private text: string
  ) {
    super();
    this.end = text.length;
  }
  override get rtType(): RtType {
    return TYPE;
  }
  private get region(): string {
    return this.text.slice(this.start, this.end);
  }
  private remember(match: RegExpExecArray | null): boolean {
    this.match = match;
    return match !== null;
  }

  matches(): boolean {
    return this.remember(this.pattern.regex.matchAll(this.region));
  }
  lookingAt(): boolean {
    return this.remember(this.pattern.regex.matchStart(this.region));
  }
  find(): boolean {
    if (this.from > this.end - this.start) return this.remember(null);
    const match = this.pattern.regex.find(this.region, this.from);
    if (match) this.from = match.index + match[0].length + (match[0] === '' ? 1 : 0);
    else this.from = this.text.length + 1;
    return this.remember(match);
  }
  /** @throws StringException for an index outside the text */
  findFrom(index: number): boolean {
    if (index < 0 || index > this.text.length) return throwNew('System.StringException', 'Illegal start index');
    this.reset();
    this.from = index;
    return this.find();
  }
  reset(text: string = this.text): this {
    this.text = text;
    this.start = 0;
    this.end = text.length;
    this.from = 0;
    this.match = null;
    return this;
  }
  setRegion(start: number, end: number): this {
    if (start < 0 || end > this.text.length || start > end)
      throwNew('System.StringException', 'start or end out of range');
    this.reset();
    this.start = start;
    this.end = end;
    return this;
  }
  get regionStart(): number {
    return this.start;
  }
  get regionEnd(): number {
    return this.end;
  }

  private found(): RegExpExecArray {
    return this.match ?? throwNew('System.StringException', 'No match found');
  }
  group(index: number): string | null {
    return groupText(this.pattern.regex, this.found(), index);
  }
  span(index: number): [number, number] {
    const match = this.found();
    groupText(this.pattern.regex, match, index);
    const span = groupSpan(match, index);
    return span ? [span[0] + this.start, span[1] + this.start] : [-1, -1];
  }
  replace(replacement: string, all: boolean): string {
    this.reset();
    return javaReplaceAll(this.pattern.regex, this.text, replacement, all);
  }
  expand(replacement: string): string {
    return expandReplacement(replacement, this.pattern.regex, this.found());
  }
}

function bounds(name: string, only: boolean): (self: Matcher, on: boolean) => Matcher {
  return (self, on) => {
    if (on !== only) throw new UnsupportedError(`System.Matcher.${name}(${on})`);
    return self;
  };
}

platformClass('System.Matcher', {
  jsClass: Matcher,
  statics: withoutNulls({ 'quoteReplacement/1': (text: string) => text.replace(/[\\$]/g, (c) => `\\${c}`) }),
  instance: withoutNulls({
    'matches/0': (self: Matcher) => self.matches(),
    'lookingAt/0': (self: Matcher) => self.lookingAt(),
    'find/0': (self: Matcher) => self.find(),
    'find/1': (self: Matcher, index: number) => self.findFrom(index),
    'group/0': (self: Matcher) => self.group(0),
    'group/1': (self: Matcher, index: number) => self.group(index),
    'groupCount/0': (self: Matcher) => self.pattern.regex.translation.groupCount,
    'start/0': (self: Matcher) => self.span(0)[0],
    'start/1': (self: Matcher, index: number) => self.span(index)[0],
    'end/0': (self: Matcher) => self.span(0)[1],
    'end/1': (self: Matcher, index: number) => self.span(index)[1],
    'pattern/0': (self: Matcher) => self.pattern,
    'usePattern/1': (self: Matcher, pattern: Pattern) => {
      self.pattern = pattern;
      return self;
    },
    'region/2': (self: Matcher, start: number, end: number) => self.setRegion(start, end),
    'regionStart/0': (self: Matcher) => self.regionStart,
    'regionEnd/0': (self: Matcher) => self.regionEnd,
    'replaceAll/1': (self: Matcher, by: string) => self.replace(by, true),
    'replaceFirst/1': (self: Matcher, by: string) => self.replace(by, false),
    'reset/0': (self: Matcher) => self.reset(),
    'reset/1': (self: Matcher, text: string) => self.reset(text),
    'hasAnchoringBounds/0': () => true,
    'hasTransparentBounds/0': () => false,
    'useAnchoringBounds/1': bounds('useAnchoringBounds', true),
    'useTransparentBounds/1': bounds('useTransparentBounds', false)
  })
});
