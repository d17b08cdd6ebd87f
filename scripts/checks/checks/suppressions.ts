import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apexTokens, type ApexToken } from '../framework/apex-tokens';
import type { Finding } from '../framework/check';
import { filesBelow, shortPath } from '../framework/paths';

/** A finding that is accepted, with the reason why. */
interface Suppression {
  /** `engine:rule`. */
  readonly rule: string;
  /** The files in which it is accepted, from the project's folder. */
  readonly files: readonly string[];
  readonly reason: string;
}

/** Where accepted findings are listed, from the project's folder. */
export const SUPPRESSIONS_FILE = 'scripts/checks/suppressions.json';

/** The shortest text that can be called a reason. */
const SHORTEST_REASON = 20;

/**
 * Takes the accepted findings out, and adds one for each suppression that gives no reason or that nothing needs any more.
 */
export function applySuppressions(root: string, findings: readonly Finding[]): Finding[] {
  const suppressions = read(root);
  const accepts = (suppression: Suppression, finding: Finding): boolean =>
    suppression.rule === finding.rule && suppression.files.includes(finding.file);
  const kept = findings.filter((finding) => !suppressions.some((suppression) => accepts(suppression, finding)));
  return [...kept, ...suppressions.flatMap((suppression) => faultsOf(suppression, findings))];
}

function faultsOf(suppression: Suppression, findings: readonly Finding[]): Finding[] {
  const place = { file: SUPPRESSIONS_FILE, rule: suppression.rule };
  if ((suppression.reason ?? '').trim().length < SHORTEST_REASON) {
    return [{ ...place, message: `The suppression for ${suppression.files.join(', ')} gives no reason` }];
  }
  const needs = (file: string): boolean =>
    findings.some((finding) => finding.rule === suppression.rule && finding.file === file);
  return suppression.files
    .filter((file) => !needs(file))
    .map((file) => ({ ...place, message: `${file} does not need this suppression any more: remove it` }));
}

function read(root: string): Suppression[] {
  const file = join(root, SUPPRESSIONS_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Suppression[]) : [];
}

/** Every `@SuppressWarnings` and `NOPMD` in Apex that has no comment saying why. */
export function unexplainedAnnotations(root: string, folder: string): Finding[] {
  const isApex = (name: string): boolean => name.endsWith('.cls') || name.endsWith('.trigger');
  return filesBelow(folder, isApex).flatMap((file) => inFile(root, file));
}

function inFile(root: string, file: string): Finding[] {
  const { comments, code } = apexTokens(readFileSync(file, 'utf8'));
  const suppressing = code.filter((token, index) => {
    return token.text.toLowerCase() === 'suppresswarnings' && code[index - 1]?.text === '@';
  });
  const unexplained = suppressing.filter((token) => !comments.some((comment) => explains(comment, token.line)));
  const bare = comments.filter((comment) => isBareMarker(comment.text));
  return [...unexplained, ...bare].map((token) => ({
    file: shortPath(root, file),
    line: token.line,
    message: 'A suppression without a reason: say why in a comment on this line or the line above'
  }));
}

function explains(comment: ApexToken, line: number): boolean {
  const lastLine = comment.line + comment.text.split('\n').length - 1;
  const isBeside = comment.line === line || lastLine === line - 1;
  return isBeside && comment.text.trim().length >= SHORTEST_REASON;
}

function isBareMarker(comment: string): boolean {
  const marker = comment.indexOf('NOPMD');
  return marker >= 0 && comment.slice(marker + 'NOPMD'.length).trim().length < SHORTEST_REASON;
}
