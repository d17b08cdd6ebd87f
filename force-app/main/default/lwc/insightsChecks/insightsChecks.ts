import type { Problem } from 'c/insightsErrors';
import { fill, formatNumber } from 'c/insightsFormat';

import errorLabel from '@salesforce/label/c.InsightsAccountsError';
import okLabel from '@salesforce/label/c.InsightsAccountsOk';
import resultErrorLabel from '@salesforce/label/c.InsightsAccountsResultError';
import resultOkLabel from '@salesforce/label/c.InsightsAccountsResultOk';
import resultWarningLabel from '@salesforce/label/c.InsightsAccountsResultWarning';
import testLabel from '@salesforce/label/c.InsightsAccountsTest';
import warningLabel from '@salesforce/label/c.InsightsAccountsWarning';

/** One thing that was tested. */
export type Check = Apex.InsightsCheckView;

/** A test of an environment or a source that the user has started. */
export interface Testing {
  /** Whether it is under way. */
  readonly busy: boolean;
  /** What was found so far. */
  readonly checks: readonly Check[];
}

/** How the state of a check is shown: never by colour alone. */
export interface CheckLook {
  /** In the user's language. */
  readonly label: string;
  readonly icon: string;
  readonly variant: 'success' | 'warning' | 'error';
}

const LOOKS: Readonly<Record<string, CheckLook>> = {
  Ok: { label: okLabel, icon: 'utility:success', variant: 'success' },
  Warning: { label: warningLabel, icon: 'utility:warning', variant: 'warning' },
  Error: { label: errorLabel, icon: 'utility:error', variant: 'error' }
};
const BROKEN: CheckLook = { label: errorLabel, icon: 'utility:error', variant: 'error' };

/** @returns how the state of a check is shown; a state that is not known is nothing to rely on */
export function lookOfCheck(state: string | null | undefined): CheckLook {
  return LOOKS[state ?? ''] ?? BROKEN;
}

/** @returns Error, Warning or Ok, whichever is the worst among the checks; null when nothing was tested */
export function worstOf(checks: readonly Check[]): 'Ok' | 'Warning' | 'Error' | null {
  if (checks.length === 0) {
    return null;
  }
  if (checks.some(({ state }) => state !== 'Ok' && state !== 'Warning')) {
    return 'Error';
  }
  return checks.some(({ state }) => state === 'Warning') ? 'Warning' : 'Ok';
}

/** @returns what the checks amount to, in one sentence; empty when nothing was tested */
export function summaryOf(checks: readonly Check[]): string {
  const count = (state: string) => formatNumber(checks.filter((check) => check.state === state).length);
  switch (worstOf(checks)) {
    case 'Ok':
      return resultOkLabel;
    case 'Warning':
      return fill(resultWarningLabel, count('Warning'));
    case 'Error':
      return fill(resultErrorLabel, count('Error'));
    default:
      return '';
  }
}

/** @returns a check that says that the test itself did not succeed */
export function failedTest({ code, message, remedy }: Problem): Check {
  return { code, label: testLabel, state: 'Error', message, remedy };
}
