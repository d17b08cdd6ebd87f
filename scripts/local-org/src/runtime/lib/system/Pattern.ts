/**
 * System.Pattern.
 * Source: Apex Reference Guide, "Pattern Class".
 */
import { ApexList, ApexObject, listOf, rtType, STRING, type RtType } from '../../values';
import { compileRegex, splitByRegex, type CompiledRegex } from '../../regex';
import { withoutNulls } from '../args';
import { platformClass } from '../registry';
import { Matcher } from './Matcher';

const TYPE = rtType('System.Pattern');

export class Pattern extends ApexObject {
  constructor(readonly regex: CompiledRegex) {
    super();
  }
  override get rtType(): RtType {
    return TYPE;
  }
  toText(): string {
    return this.regex.pattern;
  }
}

platformClass('System.Pattern', {
  jsClass: Pattern,
  statics: withoutNulls({
    'compile/1': (pattern: string) => new Pattern(compileRegex(pattern)),
    'matches/2': (pattern: string, text: string) => compileRegex(pattern).matchAll(text) !== null,
    'quote/1': (text: string) => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`
  }),
  instance: withoutNulls({
    'matcher/1': (self: Pattern, text: string) => new Matcher(self, text),
    'pattern/0': (self: Pattern) => self.regex.pattern,
    'split/1': (self: Pattern, text: string) => new ApexList(listOf(STRING), splitByRegex(self.regex, text, 0)),
    'split/2': (self: Pattern, text: string, limit: number) =>
      new ApexList(listOf(STRING), splitByRegex(self.regex, text, limit))
  })
});
