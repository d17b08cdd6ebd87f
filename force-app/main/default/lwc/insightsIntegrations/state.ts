import { type Problem, stateOf } from 'c/insightsErrors';
import type { StateVariant } from 'c/insightsState';

import emptyHeading from '@salesforce/label/c.InsightsGridEmptyHeading';
import emptyManagerLabel from '@salesforce/label/c.InsightsGridEmptyManager';
import emptyOthersLabel from '@salesforce/label/c.InsightsGridEmptyOthers';
import newLabel from '@salesforce/label/c.InsightsGridNew';

/** What takes the place of the grid, as c-insights-state shows it. */
export interface GridState {
  readonly variant: StateVariant;
  readonly heading?: string;
  readonly message?: string;
  readonly remedy?: string;
  readonly actionLabel?: string;
}

/**
 * @param view the grid; null while it is not loaded
 * @param problem why it could not be loaded, if so
 * @returns what takes its place; null when there are integrations to show
 */
export function stateOfGrid(view: Apex.InsightsGridView | null, problem: Problem | null): GridState | null {
  const failure = stateOf(problem);
  if (failure) {
    // Whoever may not see the grid is told so by the state itself, which has the words for it.
    return failure.variant === 'no-access' ? { variant: failure.variant } : failure;
  }
  if (!view) {
    return { variant: 'loading' };
  }
  return (view.integrations ?? []).length > 0 ? null : emptyState(view.canManage ?? false);
}

function emptyState(canManage: boolean): GridState {
  return canManage
    ? { variant: 'empty', heading: emptyHeading, message: emptyManagerLabel, actionLabel: newLabel }
    : { variant: 'empty', heading: emptyHeading, message: emptyOthersLabel };
}
