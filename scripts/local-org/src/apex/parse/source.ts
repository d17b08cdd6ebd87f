/**
 * Lexing and the settings of the parser: the only place that touches the parser library's token stream.
 */
import { ApexErrorListener, ApexLexer, type ApexParser, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexToken } from '@apexdevtools/apex-parser';
import { invalidIdentifier, SyntaxErrors } from './syntax-errors';

/** The channel of tokens that the parser does not see. */
const HIDDEN_CHANNEL = 1;
const END = -1;
/** The two prediction modes of ANTLR: the fast one is right whenever it reports no error. */
const FAST_PREDICTION = 0;
const FULL_PREDICTION = 1;

/** Types whose cast may be followed by a sign: `(Integer) -1`. */
const CASTS_BEFORE_SIGN = new Set(['integer', 'long', 'double', 'decimal', 'object']);

const L = ApexLexer;
/** Tokens after which `(name)` is an operand in parentheses or a cast, never a call or the head of a statement. */
const BEFORE_OPERAND = new Set<number>([
  L.ASSIGN, L.ADD_ASSIGN, L.SUB_ASSIGN, L.MUL_ASSIGN, L.DIV_ASSIGN, L.AND_ASSIGN, L.OR_ASSIGN, L.XOR_ASSIGN,
  L.LSHIFT_ASSIGN, L.RSHIFT_ASSIGN, L.URSHIFT_ASSIGN, L.LPAREN, L.RPAREN, L.LBRACK, L.LBRACE, L.RBRACE, L.COMMA, L.SEMI,
  L.COLON, L.QUESTION, L.COAL, L.AND, L.OR, L.BITAND, L.BITOR, L.CARET, L.TILDE, L.BANG, L.ADD, L.SUB, L.MUL, L.DIV,
  L.LT, L.GT, L.EQUAL, L.NOTEQUAL, L.TRIPLEEQUAL, L.TRIPLENOTEQUAL, L.LESSANDGREATER, L.MAPTO, L.RETURN
]); // prettier-ignore

class Listener extends ApexErrorListener {
  constructor(private readonly errors: SyntaxErrors) {
    super();
  }

  override syntaxError(_recognizer: unknown, symbol: unknown, line: number, column: number, message: string): void {
    const token = typeof symbol === 'object' && symbol !== null ? (symbol as ApexToken) : null;
    this.errors.report(line, column + 1, message, token);
  }

  apexSyntaxError(): void {
    // Everything is reported by syntaxError, which knows the token.
  }
}

/**
 * Parses `source` by one rule of the grammar. The fast prediction is tried first; when it fails, the full one decides
 * and its errors are the ones reported.
 */
export function parseRule<T>(source: string, rule: (parser: ApexParser) => T): { tree: T; errors: SyntaxErrors } {
  const fast = runRule(source, rule, FAST_PREDICTION);
  return fast.errors.isEmpty ? fast : runRule(source, rule, FULL_PREDICTION);
}

function runRule<T>(source: string, rule: (parser: ApexParser) => T, mode: number): { tree: T; errors: SyntaxErrors } {
  const errors = new SyntaxErrors();
  const { parser } = ApexParserFactory.createLexerAndParser(source, new Listener(errors));
  const stream = parser._input as unknown as { tokens: ApexToken[]; fill(): void; seek(index: number): void };
  stream.fill();
  hideParenthesesOfNames(stream.tokens);
  checkNames(stream.tokens, errors);
  stream.seek(0);
  (parser as unknown as { _interp: { predictionMode: number } })._interp.predictionMode = mode;
  const tree = rule(parser);
  const next = parser.getCurrentToken();
  if (next.type !== END) errors.report(next.line, next.column + 1, 'unexpected input', next);
  return { tree, errors };
}

/** The lexer takes names with letters of any script; Apex does not. */
function checkNames(tokens: ApexToken[], errors: SyntaxErrors): void {
  for (const token of tokens) {
    if (token.type !== L.Identifier || [...token.text].every((c) => c.charCodeAt(0) < 128)) continue;
    errors.add({
      line: token.line,
      column: token.column + 1,
      message: invalidIdentifier(token.text),
      token: token.text
    });
  }
}

/**
 * The grammar reads `(a) + b` as a cast of `+b` to type `a`. Around a mere name the parentheses mean nothing, so they are
 * hidden from the parser wherever a sign follows that a cast cannot have.
 */
function hideParenthesesOfNames(allTokens: ApexToken[]): void {
  const tokens = allTokens.filter((token) => token.channel === 0);
  for (let i = 1; i + 3 < tokens.length; i++) {
    if (tokens[i]!.type !== L.LPAREN || !BEFORE_OPERAND.has(tokens[i - 1]!.type)) continue;
    const close = endOfDottedName(tokens, i + 1);
    if (close < 0) continue;
    const following = tokens[close + 1]?.type;
    if (following !== L.ADD && following !== L.SUB) continue;
    if (CASTS_BEFORE_SIGN.has(tokens[close - 1]!.text.toLowerCase())) continue;
    if (tokens[i - 1]!.type === L.GT && closesTypeArguments(tokens, i - 1)) continue;
    tokens[i]!.channel = HIDDEN_CHANNEL;
    tokens[close]!.channel = HIDDEN_CHANNEL;
  }
}

/** Index of the `)` that ends `name.name…)` begun at `from`, or -1. */
function endOfDottedName(tokens: ApexToken[], from: number): number {
  let i = from;
  while (isWord(tokens[i])) {
    const next = tokens[i + 1]?.type;
    if (next === L.RPAREN) return i + 1;
    if (next !== L.DOT) return -1;
    i += 2;
  }
  return -1;
}

/** Whether the `>` at `at` ends the type arguments of `new X<…>`. */
function closesTypeArguments(tokens: ApexToken[], at: number): boolean {
  const inTypes = new Set<number>([L.DOT, L.COMMA, L.LT, L.GT, L.LBRACK, L.RBRACK]);
  let i = at;
  while (i >= 0 && tokens[i]!.type !== L.NEW && (inTypes.has(tokens[i]!.type) || isWord(tokens[i]))) i--;
  return i >= 0 && tokens[i]!.type === L.NEW;
}

function isWord(token: ApexToken | undefined): boolean {
  if (!token || token.type === L.NULL || token.type === L.BooleanLiteral || token.type === L.THIS) return false;
  const first = token.text.charCodeAt(0);
  return (first >= 65 && first <= 90) || (first >= 97 && first <= 122) || first === 95;
}
