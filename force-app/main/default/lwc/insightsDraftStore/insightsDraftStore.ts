import userId from '@salesforce/user/Id';
import type { Draft, Step } from 'c/insightsDraft';

/** Work that was not saved when the page was left. */
export interface StoredDraft {
  readonly draft: Draft;
  readonly step: Step;
  /** When it was last changed, ISO 8601 in UTC. */
  readonly changedAt: string;
}

/** Changes with the shape of what is stored: older work is not offered then. */
const VERSION = 1;

/**
 * Keeps unsaved work in this tab of the browser, so that a reload loses nothing. Each user has their own.
 * @param integrationId id of the integration, or null for a new one
 */
export function keepDraft(integrationId: string | null, stored: StoredDraft): void {
  attempt(() => sessionStorage.setItem(nameOf(integrationId), JSON.stringify(stored)));
}

/** @returns unsaved work, or null when there is none */
export function keptDraft(integrationId: string | null): StoredDraft | null {
  const text = attempt(() => sessionStorage.getItem(nameOf(integrationId)));
  return text ? (attempt(() => JSON.parse(text) as StoredDraft) ?? null) : null;
}

/** Forgets unsaved work: it has been saved, or the user does not want it. */
export function forgetDraft(integrationId: string | null): void {
  attempt(() => sessionStorage.removeItem(nameOf(integrationId)));
}

function nameOf(integrationId: string | null): string {
  return `insights-sync:draft:${VERSION}:${userId}:${integrationId ?? 'new'}`;
}

/** Browsers refuse storage in private windows or when it is full: the wizard then works without this comfort. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
