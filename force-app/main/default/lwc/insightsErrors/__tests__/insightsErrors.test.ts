import { isNoAccess, stateOf, toProblem } from 'c/insightsErrors';

const apex = (message: string) => ({ body: { message }, status: 500, statusText: 'Server Error', ok: false });

describe('c/insightsErrors', () => {
  it('shows what the Apex of the app says', () => {
    const problem = { code: 'AlreadyRunning', message: 'It is running already.', remedy: 'Wait for the end.' };
    expect(toProblem(apex(JSON.stringify(problem)))).toEqual(problem);
  });

  it('accepts a problem without a remedy', () => {
    expect(toProblem(apex('{"code":"Odd","message":"Odd."}'))).toEqual({ code: 'Odd', message: 'Odd.', remedy: '' });
  });

  it('reads the first of several errors', () => {
    expect(toProblem({ body: [{ message: '{"code":"First","message":"1","remedy":"2"}' }] }).code).toBe('First');
  });

  it('tells users whom no permission set lets in what to ask for', () => {
    const problem = toProblem(apex("You do not have access to the Apex class named 'InsightsRunsController'."));
    expect(problem.code).toBe('NoAccess');
    expect(isNoAccess(problem)).toBe(true);
    expect(problem.remedy).not.toBe('');
  });

  it('tells an unreachable server from an error of the server', () => {
    expect(toProblem(new TypeError('Failed to fetch')).code).toBe('Network');
    expect(toProblem(apex('Disconnected or Canceled')).code).toBe('Network');
  });

  it('lets people try again, unless they have no access', () => {
    expect(stateOf(null)).toBeNull();
    const broken = { code: 'X', message: 'It broke.', remedy: 'Mend it.' };
    expect(stateOf(broken)).toEqual({
      variant: 'error',
      message: 'It broke.',
      remedy: 'Mend it.',
      actionLabel: 'Try Again'
    });
    const closed = stateOf(toProblem(apex("You do not have access to the Apex class named 'X'.")))!;
    expect([closed.variant, closed.actionLabel]).toEqual(['no-access', undefined]);
  });

  it.each([
    ['an exception that nobody worded', apex('Attempt to de-reference a null object\nClass.X: line 1')],
    ['broken JSON', apex('{"code":')],
    ['JSON of something else', apex('{"error":"x"}')],
    ['an error of the page', new Error('x is not a function')],
    ['a text', 'boom'],
    ['nothing', undefined],
    ['an empty body', { body: null }]
  ])('never shows the words of %s', (_what, error) => {
    const problem = toProblem(error);
    expect(problem.code).toBe('Unexpected');
    expect(problem.message + problem.remedy).not.toMatch(/Class|boom|function|error":/);
    expect(isNoAccess(problem)).toBe(false);
  });
});
