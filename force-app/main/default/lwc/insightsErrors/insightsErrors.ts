import networkMessage from '@salesforce/label/c.InsightsErrorNetwork';
import networkRemedy from '@salesforce/label/c.InsightsErrorNetworkRemedy';
import noAccessMessage from '@salesforce/label/c.InsightsErrorNoAccess';
import noAccessRemedy from '@salesforce/label/c.InsightsErrorNoAccessRemedy';
import unexpectedMessage from '@salesforce/label/c.InsightsErrorUnexpected';
import unexpectedRemedy from '@salesforce/label/c.InsightsErrorUnexpectedRemedy';
import retryLabel from '@salesforce/label/c.InsightsStateRetry';

/** What went wrong, ready to be shown: a stable code, what happened, and what to do next. */
export interface Problem {
  /** Stable code, the same in every language: of the app's Apex, or Network, NoAccess, Unexpected. */
  code: string;
  /** What happened, one sentence in the user's language. */
  message: string;
  /** What to do next, one sentence in the user's language. */
  remedy: string;
}

/** How Salesforce words it when no permission set opens a controller to the user; the class name is in quotes. */
const CLASS_CLOSED = /access to the Apex class/i;
/** What browsers say of a request that did not get through, and Aura of one that was cut off. */
const NOT_REACHED = /failed to fetch|networkerror|load failed|disconnected or canceled/i;

const network: Problem = { code: 'Network', message: networkMessage, remedy: networkRemedy };
const noAccess: Problem = { code: 'NoAccess', message: noAccessMessage, remedy: noAccessRemedy };
const unexpected: Problem = { code: 'Unexpected', message: unexpectedMessage, remedy: unexpectedRemedy };

/**
 * Turns whatever was thrown into a problem that can be shown. Texts that the app's Apex did not word are never shown:
 * they are for developers, in English, and may hold a stack.
 * @param error what a call of Apex was rejected with, or anything else that was thrown
 */
export function toProblem(error: unknown): Problem {
  const message = messageOf(error);
  const own = fromApex(message);
  if (own) {
    return own;
  }
  if (CLASS_CLOSED.test(message)) {
    return noAccess;
  }
  return NOT_REACHED.test(message) || navigator.onLine === false ? network : unexpected;
}

/** @returns whether the user lacks access to the app, rather than to one action */
export function isNoAccess(problem: Problem): boolean {
  return problem.code === noAccess.code;
}

/** A problem as c-insights-state shows it in the place of data. */
export interface ProblemState {
  readonly variant: 'no-access' | 'error';
  readonly message: string;
  readonly remedy: string;
  /** Text of the button that tries again; none where that cannot help. */
  readonly actionLabel: string | undefined;
}

/** @returns what takes the place of data that could not be loaded; null when nothing went wrong */
export function stateOf(problem: Problem | null): ProblemState | null {
  if (!problem) {
    return null;
  }
  const { message, remedy } = problem;
  return isNoAccess(problem)
    ? { variant: 'no-access', message, remedy, actionLabel: undefined }
    : { variant: 'error', message, remedy, actionLabel: retryLabel };
}

function messageOf(error: unknown): string {
  if (typeof error === 'string') {
    return error;
  }
  const thrown = (error ?? {}) as { body?: unknown; message?: unknown };
  const first: unknown = Array.isArray(thrown.body) ? thrown.body[0] : thrown.body;
  const inner = (first as { message?: unknown } | null | undefined)?.message;
  return String(inner ?? thrown.message ?? '');
}

/** The app's controllers send their problems as JSON in the message of an AuraHandledException. */
function fromApex(message: string): Problem | null {
  if (!message.startsWith('{')) {
    return null;
  }
  try {
    const parsed = JSON.parse(message) as Partial<Problem>;
    return parsed.code && parsed.message
      ? { code: parsed.code, message: parsed.message, remedy: parsed.remedy ?? '' }
      : null;
  } catch {
    return null;
  }
}
