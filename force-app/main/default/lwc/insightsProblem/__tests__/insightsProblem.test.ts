import { createElement } from 'lwc';
import InsightsProblem from 'c/insightsProblem';

const problem = { code: 'X', message: 'WalkMe did not answer.', remedy: 'Try again later.' };

function mount(values: Record<string, unknown>) {
  const element = createElement('c-insights-problem', { is: InsightsProblem });
  Object.assign(element, values);
  document.body.appendChild(element);
  return element;
}

describe('c-insights-problem', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows nothing while nothing is wrong', () => {
    expect(mount({ problem: null }).shadowRoot!.textContent).toBe('');
  });

  it('says what happened and what to do, at once', () => {
    const element = mount({ problem });
    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toContain(problem.message);
    expect(element.shadowRoot!.querySelector('[data-id="remedy"]')!.textContent).toBe(problem.remedy);
    expect(element.shadowRoot!.querySelector('lightning-button')).toBeNull();
  });

  it('lets the user try again', () => {
    const element = mount({ problem, retryable: true });
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('is accessible', async () => {
    await expect(mount({ problem, retryable: true })).toBeAccessible();
  });
});
