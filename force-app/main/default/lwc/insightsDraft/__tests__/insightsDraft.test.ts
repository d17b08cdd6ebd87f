import {
  type Draft,
  addMapping,
  change,
  draftChange,
  fromApex,
  gapsBefore,
  gapsOf,
  isDirty,
  mapColumn,
  newDraft,
  onTopOf,
  removeMapping,
  replaceMapping,
  restoreMapping,
  setObject,
  setReport,
  setSource,
  toApex
} from 'c/insightsDraft';

const saved = {
  id: 'a00000000000001AAA',
  revision: 3,
  name: 'Logins',
  environmentId: 'a01000000000001AAA',
  sourceName: 'WalkMeUS',
  reportId: 'logins',
  reportName: 'Logins review',
  keyColumn: 'User ID',
  targetObject: 'Lead',
  keyField: 'Email',
  active: false,
  runHourUtc: 5,
  mappings: [
    { id: 'm2', column: 'Last Login', field: 'Last__c', blankRule: 'Clear', position: 2 },
    { id: 'm1', constantValue: 'WalkMe', field: 'LeadSource', blankRule: 'Keep', position: 1 }
  ]
};

const chosen = (): Draft => fromApex(saved);

describe('c/insightsDraft', () => {
  it('begins with the hour for which WalkMe refreshes its reports', () => {
    expect(newDraft()).toMatchObject({ runHourUtc: 8, active: true, mappings: [] });
  });

  it('reads what is saved with its lines in order', () => {
    expect(chosen().mappings.map(({ field }) => field)).toEqual(['LeadSource', 'Last__c']);
    expect(chosen().mappings[0]).toMatchObject({ constant: 'WalkMe', column: null });
  });

  it('is known by its own key, however often it is sent, and by no other', () => {
    const draft = chosen();
    expect(toApex(change(draft, { name: 'Other' })).saveKey).toBe(toApex(draft).saveKey);
    expect(toApex(draft).saveKey).toMatch(/^[\da-f-]{36}$/);
    expect(toApex(chosen()).saveKey).not.toBe(toApex(draft).saveKey);
    expect(isDirty(chosen(), draft)).toBe(false);
  });

  it('knows the run that is planned, which is no change of the user’s', () => {
    const planned = fromApex({ ...saved, nextRunAt: '2026-11-25T05:00:00.000Z' });
    expect(planned.planned).toEqual({ hourUtc: 5, at: '2026-11-25T05:00:00.000Z' });
    expect([chosen().planned, isDirty(planned, chosen())]).toEqual([null, false]);
  });

  it('sends back what it has read', () => {
    const sent = toApex(chosen());
    expect(sent).toMatchObject({ id: saved.id, revision: 3, active: false, runHourUtc: 5, keyField: 'Email' });
    expect(sent.mappings).toEqual([
      { id: 'm1', column: null, constantValue: 'WalkMe', field: 'LeadSource', blankRule: 'Keep', position: 1 },
      { id: 'm2', column: 'Last Login', constantValue: null, field: 'Last__c', blankRule: 'Clear', position: 2 }
    ]);
  });

  it('saves under the proposed name while the user has chosen none, cut to what Salesforce stores', () => {
    expect(toApex(newDraft(), 'A to B').name).toBe('A to B');
    expect(toApex(newDraft(), 'x'.repeat(100)).name).toHaveLength(80);
    expect(toApex(change(newDraft(), { name: '  Mine ' }), 'A to B').name).toBe('Mine');
  });

  it('leaves out lines that are not complete', () => {
    const draft = addMapping(addMapping(chosen(), { column: 'Only a column' }), { constant: ' ', field: 'X__c' });
    expect(toApex(draft).mappings).toHaveLength(2);
  });

  it('knows what has changed, and that an empty line is no change', () => {
    expect(isDirty(chosen(), chosen())).toBe(false);
    expect(isDirty(addMapping(chosen()), chosen())).toBe(false);
    expect(isDirty(addMapping(chosen(), { column: 'A' }), chosen())).toBe(true);
    expect(isDirty(change(chosen(), { runHourUtc: 6 }), chosen())).toBe(true);
  });

  it('counts going to another object and back as no change', () => {
    expect(isDirty(setObject(setObject(chosen(), 'Contact'), 'Lead'), chosen())).toBe(false);
  });

  it('begins anew for another object, and brings everything back for the old one', () => {
    const contact = setObject(chosen(), 'Contact');
    expect(contact).toMatchObject({ targetObject: 'Contact', keyColumn: 'User ID', keyField: null, mappings: [] });
    const mapped = addMapping(change(contact, { keyField: 'Email' }), { column: 'A', field: 'B__c' });
    const back = setObject(mapped, 'Lead');
    expect(back.mappings).toEqual(chosen().mappings);
    expect(setObject(back, 'Contact')).toMatchObject({ keyField: 'Email', mappings: mapped.mappings });
  });

  it('keeps the lines for another report, and asks for the key column anew', () => {
    const other = setReport(chosen(), 'nps', 'NPS');
    expect(other).toMatchObject({ reportId: 'nps', reportName: 'NPS', keyColumn: null, keyField: 'Email' });
    expect(other.mappings).toEqual(chosen().mappings);
    expect(setReport(other, 'logins', 'Logins review').keyColumn).toBe('User ID');
  });

  it('forgets the report with its source', () => {
    expect(setSource(chosen(), 'WalkMeEU')).toMatchObject({ sourceName: 'WalkMeEU', reportId: null });
    const draft = chosen();
    expect(setSource(draft, 'WalkMeUS')).toEqual(draft);
  });

  it('never changes the draft that it is given', () => {
    const before = chosen();
    const frozen = Object.freeze({ ...before });
    addMapping(frozen);
    removeMapping(frozen, '1');
    replaceMapping(frozen, '1', { field: 'X' });
    setObject(frozen, 'Account');
    expect(frozen).toEqual(before);
  });

  it('adds, changes, removes and restores lines', () => {
    const added = addMapping(chosen(), { column: 'A' });
    const key = added.mappings[2]!.key;
    expect(replaceMapping(added, key, { field: 'F__c' }).mappings[2]).toMatchObject({ column: 'A', field: 'F__c' });
    const removed = removeMapping(added, '1');
    expect(removed.mappings.map((line) => line.key)).toEqual(['2', key]);
    expect(restoreMapping(removed, added.mappings[0]!, 0).mappings).toEqual(added.mappings);
  });

  it('gives no line the key of a line that was removed', () => {
    const draft = addMapping(removeMapping(addMapping(newDraft()), '1'));
    expect(draft.mappings[0]!.key).toBe('2');
  });

  it('fills the first empty line before it adds one', () => {
    const draft = mapColumn(addMapping(newDraft()), 'A', 'A__c');
    expect(draft.mappings).toHaveLength(1);
    expect(mapColumn(draft, 'B', 'B__c').mappings).toHaveLength(2);
  });

  it('tells what a step lacks, and what is missing before one', () => {
    expect(gapsOf(newDraft(), 'choice')).toEqual(['report', 'object', 'keyColumn', 'keyField']);
    expect(gapsBefore(newDraft(), 'environment')).toEqual([]);
    expect(gapsBefore(chosen(), 'schedule')).toEqual([]);
    expect(gapsBefore({ ...chosen(), mappings: [] }, 'schedule')).toEqual(['mapping']);
    expect(gapsOf(addMapping(newDraft(), { constant: '', field: 'F' }), 'mapping')).toEqual(['mapping']);
  });

  it('goes on top of what somebody else saved: their revision, their records, my values', () => {
    const mine = replaceMapping(chosen(), '2', { blankRule: 'Keep' });
    const theirs = { ...saved, revision: 4, mappings: [{ id: 'm9', column: 'X', field: 'Last__c' }] };
    const merged = onTopOf(mine, theirs);
    expect(merged.revision).toBe(4);
    expect(merged.mappings.map(({ id }) => id)).toEqual([null, 'm9']);
    expect(merged.mappings[1]).toMatchObject({ column: 'Last Login', blankRule: 'Keep' });
  });

  it('lets components ask for a change of the newest draft', () => {
    const event = draftChange((draft) => change(draft, { keyField: 'Id' }));
    expect(event.type).toBe('draftchange');
    expect(event.detail.update(chosen()).keyField).toBe('Id');
  });
});
