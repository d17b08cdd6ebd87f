/** What a blank cell of the report does to the field. */
export type BlankRule = 'Keep' | 'Clear';

/** One line of the mapping, complete or not. */
export interface Mapping {
  /** Identifies the line on the screen, also before it is saved. */
  readonly key: string;
  /** Id of the record, or null before it is saved. */
  readonly id: string | null;
  /** Column of the report; null while none is chosen, and for a constant. */
  readonly column: string | null;
  /** The same value for every record, instead of a column; null for a column. */
  readonly constant: string | null;
  /** API name of the field, or null while none is chosen. */
  readonly field: string | null;
  readonly blankRule: BlankRule;
}

/** The part of a draft that depends on report and object, kept when the user tries another. */
type Shelved = Pick<Draft, 'keyColumn' | 'keyField' | 'keyFieldIsProposed' | 'mappings'>;
type Shelf = Readonly<Record<string, Shelved>>;

/** An integration while the user works on it. Every change makes a new one. */
export interface Draft {
  readonly id: string | null;
  /** Counted up by Salesforce at each save: an older one is refused. */
  readonly revision: number | null;
  /** Tells Salesforce that a draft which is sent again, since no answer came, is the same one. */
  readonly saveKey: string;
  /** Null while the proposed name is good enough. */
  readonly name: string | null;
  readonly environmentId: string | null;
  readonly sourceName: string | null;
  readonly reportId: string | null;
  readonly reportName: string | null;
  readonly keyColumn: string | null;
  readonly targetObject: string | null;
  readonly keyField: string | null;
  /** Whether nobody has chosen the key field yet: it follows the key column as long as it is only proposed. */
  readonly keyFieldIsProposed: boolean;
  readonly active: boolean;
  /** Full hour in UTC, 0 to 23. */
  readonly runHourUtc: number;
  /** The run that Salesforce has planned, and the hour that it was planned for; null while there is none. */
  readonly planned: { readonly hourUtc: number; readonly at: string } | null;
  readonly mappings: readonly Mapping[];
  /** What was chosen for other reports and objects. */
  readonly shelf: Shelf;
  /** Number of the next line. */
  readonly nextKey: number;
}

/** The steps of the wizard, in their order. */
export const STEPS = ['environment', 'choice', 'mapping', 'schedule'] as const;
export type Step = (typeof STEPS)[number];

/** What a step lacks; in the order in which the user would fill it in. */
export type Gap = 'environment' | 'report' | 'object' | 'keyColumn' | 'keyField' | 'mapping';

/** WalkMe refreshes its reports for this hour. */
export const DEFAULT_HOUR_UTC = 8;

/** Longest name that Salesforce stores. */
const MAX_NAME = 80;

/** @returns a draft with nothing chosen: daily at 08:00 UTC */
export function newDraft(): Draft {
  return {
    id: null,
    revision: null,
    saveKey: crypto.randomUUID(),
    name: null,
    environmentId: null,
    sourceName: null,
    reportId: null,
    reportName: null,
    keyColumn: null,
    targetObject: null,
    keyField: null,
    keyFieldIsProposed: false,
    active: true,
    runHourUtc: DEFAULT_HOUR_UTC,
    planned: null,
    mappings: [],
    shelf: {},
    nextKey: 1
  };
}

/** @returns the draft of a saved integration, its lines in their order */
export function fromApex(saved: Apex.InsightsIntegrationDraft): Draft {
  const lines = [...(saved.mappings ?? [])].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const hourUtc = saved.runHourUtc ?? DEFAULT_HOUR_UTC;
  return {
    ...newDraft(),
    id: saved.id ?? null,
    revision: saved.revision ?? null,
    name: saved.name ?? null,
    environmentId: saved.environmentId ?? null,
    sourceName: saved.sourceName ?? null,
    reportId: saved.reportId ?? null,
    reportName: saved.reportName ?? null,
    keyColumn: saved.keyColumn ?? null,
    targetObject: saved.targetObject ?? null,
    keyField: saved.keyField ?? null,
    active: saved.active ?? true,
    runHourUtc: hourUtc,
    planned: saved.nextRunAt ? { hourUtc, at: saved.nextRunAt } : null,
    mappings: lines.map((line, index) => ({
      key: String(index + 1),
      id: line.id ?? null,
      column: line.column ?? null,
      constant: line.constantValue ?? null,
      field: line.field ?? null,
      blankRule: line.blankRule === 'Clear' ? 'Clear' : 'Keep'
    })),
    nextKey: lines.length + 1
  };
}

/**
 * @param draft what the user has made; lines that are not complete are left out
 * @param proposedName name to save under when the user has not chosen one
 */
export function toApex(draft: Draft, proposedName = ''): Apex.InsightsIntegrationDraft {
  const { id, revision, saveKey, environmentId, sourceName, reportId, reportName, keyColumn, targetObject, keyField } =
    draft;
  return {
    id,
    revision,
    saveKey,
    name: draft.name?.trim() || proposedName.slice(0, MAX_NAME),
    environmentId,
    sourceName,
    reportId,
    reportName,
    keyColumn,
    targetObject,
    keyField,
    active: draft.active,
    runHourUtc: draft.runHourUtc,
    mappings: draft.mappings.filter(isComplete).map((line, index) => ({
      id: line.id,
      column: line.column,
      constantValue: line.constant,
      field: line.field,
      blankRule: line.blankRule,
      position: index + 1
    }))
  };
}

/** @returns whether the user has changed anything since `before`, lines that are not complete included */
export function isDirty(draft: Draft, before: Draft): boolean {
  return contentOf(draft) !== contentOf(before);
}

/** @returns the draft with some of its own values changed: name, environment, key, schedule */
export function change(
  draft: Draft,
  values: Partial<Pick<Draft, 'name' | 'environmentId' | 'keyColumn' | 'keyField' | 'active' | 'runHourUtc'>>
): Draft {
  return { ...draft, ...values, ...('keyField' in values ? { keyFieldIsProposed: false } : {}) };
}

/** @returns the draft with a key field that the user has not chosen; null when none can be told */
export function proposeKeyField(draft: Draft, keyField: string | null): Draft {
  return { ...draft, keyField, keyFieldIsProposed: true };
}

/** @returns the draft with another source; a report of the old one does not exist there */
export function setSource(draft: Draft, sourceName: string): Draft {
  return sourceName === draft.sourceName ? draft : move(draft, { sourceName, reportId: null, reportName: null });
}

/** @returns the draft with another report; lines stay, since reports often share columns; the key column is asked anew */
export function setReport(draft: Draft, reportId: string, reportName: string): Draft {
  return reportId === draft.reportId ? draft : move(draft, { reportId, reportName });
}

/** @returns the draft with another object; the lines for the old one are kept aside */
export function setObject(draft: Draft, targetObject: string): Draft {
  if (targetObject === draft.targetObject) {
    return draft;
  }
  const kept = draft.shelf[placeOf({ ...draft, targetObject })];
  const moved = move(draft, { targetObject });
  return kept
    ? moved
    : { ...moved, keyColumn: draft.keyColumn, keyField: null, keyFieldIsProposed: false, mappings: [] };
}

/** @returns the draft with a further line at the end */
export function addMapping(draft: Draft, values: Partial<Omit<Mapping, 'key'>> = {}): Draft {
  const line: Mapping = {
    id: null,
    column: null,
    constant: null,
    field: null,
    blankRule: 'Keep',
    ...values,
    key: String(draft.nextKey)
  };
  return { ...draft, mappings: [...draft.mappings, line], nextKey: draft.nextKey + 1 };
}

/** @returns the draft with a column mapped to a field, in the first line that is still empty or in a new one */
export function mapColumn(draft: Draft, column: string, field: string): Draft {
  const empty = draft.mappings.find(isEmpty);
  return empty
    ? replaceMapping(draft, empty.key, { column, constant: null, field })
    : addMapping(draft, { column, field });
}

/** @returns the draft without a line */
export function removeMapping(draft: Draft, key: string): Draft {
  return { ...draft, mappings: draft.mappings.filter((line) => line.key !== key) };
}

/** @returns the draft with a line back where it was */
export function restoreMapping(draft: Draft, line: Mapping, index: number): Draft {
  const mappings = [...draft.mappings];
  mappings.splice(index, 0, { ...line });
  return { ...draft, mappings };
}

/** @returns the draft with some values of a line changed; a column takes the place of a constant and the other way round */
export function replaceMapping(draft: Draft, key: string, values: Partial<Omit<Mapping, 'key' | 'id'>>): Draft {
  const mappings = draft.mappings.map((line) => (line.key === key ? { ...line, ...values } : line));
  return { ...draft, mappings };
}

/** @returns whether a line says what is written, and where */
export function isComplete(line: Mapping): boolean {
  return line.field !== null && (line.column !== null || (line.constant ?? '').trim() !== '');
}

/** @returns whether nothing has been chosen in a line yet */
export function isEmpty(line: Mapping): boolean {
  return line.field === null && line.column === null && (line.constant ?? '').trim() === '';
}

/** @returns the places, from 1, of the lines that are begun and not complete: they are not saved */
export function incompleteLines({ mappings }: Draft): number[] {
  return mappings
    .map((line, index) => (isComplete(line) || isEmpty(line) ? 0 : index + 1))
    .filter((place) => place > 0);
}

/** @returns what is still missing in a step; nothing when it is complete */
export function gapsOf(draft: Draft, step: Step): Gap[] {
  const gaps: Record<Step, [Gap, boolean][]> = {
    environment: [['environment', draft.environmentId === null]],
    choice: [
      ['report', draft.reportId === null],
      ['object', draft.targetObject === null],
      ['keyColumn', draft.keyColumn === null],
      ['keyField', draft.keyField === null]
    ],
    mapping: [['mapping', !draft.mappings.some(isComplete)]],
    schedule: []
  };
  return gaps[step].filter(([, missing]) => missing).map(([gap]) => gap);
}

/** @returns what is missing before a step can be opened; nothing when it can */
export function gapsBefore(draft: Draft, step: Step): Gap[] {
  return STEPS.slice(0, STEPS.indexOf(step)).flatMap((earlier) => gapsOf(draft, earlier));
}

/**
 * Puts the user's draft on top of what somebody else saved meanwhile.
 * @param mine the user's draft
 * @param theirs the integration as it is saved now
 * @returns the user's draft, which replaces the saved one when it is saved
 */
export function onTopOf(mine: Draft, theirs: Apex.InsightsIntegrationDraft): Draft {
  const idOf = new Map((theirs.mappings ?? []).map((line) => [line.field, line.id ?? null]));
  return {
    ...mine,
    revision: theirs.revision ?? null,
    mappings: mine.mappings.map((line) => ({ ...line, id: idOf.get(line.field) ?? null }))
  };
}

/** Another report or object: what was chosen for the old pair is kept, and what was chosen for the new pair comes back. */
function move(draft: Draft, values: Partial<Pick<Draft, 'sourceName' | 'reportId' | 'reportName' | 'targetObject'>>) {
  const { keyColumn, keyField, keyFieldIsProposed, mappings } = draft;
  const shelf = { ...draft.shelf, [placeOf(draft)]: { keyColumn, keyField, keyFieldIsProposed, mappings } };
  const moved: Draft = { ...draft, ...values, shelf };
  return { ...moved, ...(shelf[placeOf(moved)] ?? { keyColumn: null }) };
}

function placeOf({ sourceName, reportId, targetObject }: Draft): string {
  return JSON.stringify([sourceName, reportId, targetObject]);
}

function contentOf(draft: Draft): string {
  const lines = draft.mappings
    .filter((line) => !isEmpty(line))
    .map(({ column, constant, field, blankRule }) => [column, constant, field, blankRule]);
  return JSON.stringify({
    ...draft,
    mappings: lines,
    saveKey: null,
    planned: null,
    keyFieldIsProposed: null,
    shelf: null,
    nextKey: null
  });
}

/** A change that a component asks for; whoever holds the draft applies it to the newest one. */
export type DraftUpdate = (draft: Draft) => Draft;

/** @returns the event `draftchange`, by which components that show a draft ask for a change */
export function draftChange(update: DraftUpdate): CustomEvent<{ update: DraftUpdate }> {
  return new CustomEvent('draftchange', { detail: { update } });
}
