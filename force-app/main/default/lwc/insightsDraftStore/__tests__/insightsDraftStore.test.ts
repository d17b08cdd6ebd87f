import { newDraft } from 'c/insightsDraft';
import { forgetDraft, keepDraft, keptDraft } from 'c/insightsDraftStore';

const work = { draft: newDraft(), step: 'choice' as const, changedAt: '2026-11-24T08:00:00Z' };

describe('c/insightsDraftStore', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    sessionStorage.clear();
  });

  it('keeps the work on each integration apart', () => {
    keepDraft(null, work);
    expect(keptDraft(null)).toEqual(work);
    expect(keptDraft('a00000000000001AAA')).toBeNull();
  });

  it('forgets', () => {
    keepDraft('a00000000000001AAA', work);
    forgetDraft('a00000000000001AAA');
    expect(keptDraft('a00000000000001AAA')).toBeNull();
  });

  it('does without storage where the browser refuses it', () => {
    const refuse = () => {
      throw new Error('QuotaExceededError');
    };
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse);
    keepDraft(null, work);
    forgetDraft(null);
    expect(keptDraft(null)).toBeNull();
  });

  it('offers nothing when what is stored cannot be read', () => {
    keepDraft(null, work);
    sessionStorage.setItem(sessionStorage.key(0)!, '{broken');
    expect(keptDraft(null)).toBeNull();
  });
});
