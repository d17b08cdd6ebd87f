import { ApexLexer, ApexParserFactory } from '@apexdevtools/apex-parser';

/** A word, sign or comment of Apex source. */
export interface ApexToken {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** The tokens of Apex source, comments apart from the rest; blanks are left out. */
export function apexTokens(source: string): { comments: ApexToken[]; code: ApexToken[] } {
  const comments: ApexToken[] = [];
  const code: ApexToken[] = [];
  for (const token of ApexParserFactory.createLexer(source).getAllTokens()) {
    const text = token.text ?? '';
    if (text.trim() === '') continue;
    const isComment = token.type === ApexLexer.COMMENT || token.type === ApexLexer.LINE_COMMENT;
    const isDoc = token.type === ApexLexer.DOC_COMMENT;
    (isComment || isDoc ? comments : code).push({ text, line: token.line, column: token.column + 1 });
  }
  return { comments, code };
}
