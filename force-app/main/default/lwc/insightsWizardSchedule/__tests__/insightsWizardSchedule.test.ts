import { createElement } from 'lwc';
import { type Draft, change, newDraft } from 'c/insightsDraft';
import InsightsWizardSchedule from 'c/insightsWizardSchedule';

const NOW = '2026-11-24T09:30:00.000Z';

function mount(first: Draft = newDraft()) {
  const element = createElement('c-insights-wizard-schedule', { is: InsightsWizardSchedule });
  const held = { draft: first };
  Object.assign(element, { draft: first, proposedName: 'Logins to Lead', now: NOW, summary: [] });
  element.addEventListener('draftchange', (event) => {
    held.draft = (event as CustomEvent).detail.update(held.draft);
    element.draft = held.draft;
  });
  document.body.appendChild(element);
  return { element, held };
}

type Step = ReturnType<typeof mount>['element'];
const find = (element: Step, id: string) => element.shadowRoot!.querySelector<HTMLElement>(`[data-id="${id}"]`)!;
const chosen = (element: Step) => element.shadowRoot!.querySelector<HTMLInputElement>('input:checked')?.value;

async function choose(element: Step, value: string): Promise<void> {
  const radio = element.shadowRoot!.querySelector<HTMLInputElement>(`input[value="${value}"]`)!;
  radio.checked = true;
  radio.dispatchEvent(new CustomEvent('change'));
  await Promise.resolve();
}

describe('c-insights-wizard-schedule', () => {
  afterEach(() => document.body.replaceChildren());

  it('runs daily at 08:00 UTC unless the user wants otherwise', () => {
    const { element } = mount();
    expect(chosen(element)).toBe('daily');
    expect(find(element, 'next').textContent).toContain('2026-11-25 08:00 UTC');
    expect(find(element, 'hour')).toBeNull();
  });

  it('says when the saved schedule runs next, until another hour is chosen or it has passed', () => {
    const later = { hourUtc: 8, at: '2026-11-26T08:00:00.000Z' };
    const nextOf = (draft: Partial<Draft>) => find(mount({ ...newDraft(), ...draft }).element, 'next').textContent;
    expect(nextOf({ planned: later })).toContain('2026-11-26 08:00 UTC');
    expect(nextOf({ planned: later, runHourUtc: 9 })).toContain('2026-11-25 09:00 UTC');
    expect(nextOf({ planned: { hourUtc: 8, at: '2026-11-24T08:00:00.000Z' } })).toContain('2026-11-25 08:00 UTC');
  });

  it('offers every full hour, in UTC and in the zone of the user', async () => {
    const { element, held } = mount();
    await choose(element, 'other');
    const select = find(element, 'hour') as HTMLSelectElement;
    expect(select.options).toHaveLength(24);
    expect(select.options[14]!.textContent).toMatch(/^14:00 UTC \(.*:00.*\)$/);
    select.value = '14';
    select.dispatchEvent(new CustomEvent('change'));
    await Promise.resolve();
    expect(held.draft).toMatchObject({ active: true, runHourUtc: 14 });
    expect(find(element, 'next').textContent).toContain('2026-11-24 14:00 UTC');
    await choose(element, 'daily');
    expect(held.draft.runHourUtc).toBe(8);
  });

  it('can be paused, and keeps the hour', async () => {
    const { element, held } = mount(change(newDraft(), { runHourUtc: 14 }));
    expect(chosen(element)).toBe('other');
    await choose(element, 'paused');
    expect(held.draft).toMatchObject({ active: false, runHourUtc: 14 });
    expect(find(element, 'next').textContent).not.toContain('UTC');
    await choose(element, 'other');
    expect(held.draft).toMatchObject({ active: true, runHourUtc: 14 });
  });

  it('proposes a name, and goes back to it when the user clears theirs', () => {
    const { element, held } = mount();
    const input = find(element, 'name') as HTMLElement & { value: string };
    const type = (value: string) => input.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    expect(input.value).toBe('Logins to Lead');
    type('Mine');
    expect(held.draft.name).toBe('Mine');
    type('  ');
    expect(held.draft.name).toBeNull();
    type('Logins to Lead');
    expect(held.draft.name).toBeNull();
  });

  it('is accessible', async () => {
    const { element } = mount(change(newDraft(), { runHourUtc: 14 }));
    await expect(element).toBeAccessible();
  });
});
