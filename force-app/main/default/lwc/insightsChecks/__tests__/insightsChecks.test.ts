import { failedTest, lookOfCheck, summaryOf, worstOf } from 'c/insightsChecks';

const check = (state: string) => ({ code: state, label: state, state, message: state });

describe('c/insightsChecks', () => {
  it.each([
    [['Ok', 'Ok'], 'Ok'],
    [['Ok', 'Warning'], 'Warning'],
    [['Warning', 'Error', 'Ok'], 'Error'],
    [['Ok', 'Odd'], 'Error']
  ])('of %j the worst is %s', (states, worst) => {
    expect(worstOf(states.map(check))).toBe(worst);
  });

  it('knows nothing where nothing was tested', () => {
    expect(worstOf([])).toBeNull();
    expect(summaryOf([])).toBe('');
  });

  it('counts what calls for attention', () => {
    expect(summaryOf(['Ok', 'Error', 'Error', 'Warning'].map(check))).toContain('2');
    expect(summaryOf(['Ok', 'Warning', 'Warning', 'Warning'].map(check))).toContain('3');
    expect(summaryOf([check('Ok')])).not.toBe('');
  });

  it('gives each state a word and an icon of its own', () => {
    const looks = ['Ok', 'Warning', 'Error'].map(lookOfCheck);
    expect(new Set(looks.map(({ label }) => label)).size).toBe(3);
    expect(new Set(looks.map(({ icon }) => icon)).size).toBe(3);
    expect(lookOfCheck(null)).toEqual(lookOfCheck('Error'));
  });

  it('turns a test that failed into a check', () => {
    expect(failedTest({ code: 'Network', message: 'No.', remedy: 'Yes.' })).toEqual({
      code: 'Network',
      label: 'Test',
      state: 'Error',
      message: 'No.',
      remedy: 'Yes.'
    });
  });
});
