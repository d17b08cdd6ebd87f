/** The packages of the local org alone. */
export const START: 'start';
/** Every package. */
export const ALL: 'all';
export const ROOT: string;
export function ensureInstalled(needed: 'start' | 'all'): void;
export function missingSet(root: string, needed: 'start' | 'all'): 'start' | 'all' | undefined;
export function stampFile(root: string, set: string): string;
export function wantedStamp(root: string): string;
