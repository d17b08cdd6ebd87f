import { createElement } from 'lwc';
import InsightsCredentialGuide from 'c/insightsCredentialGuide';

const SOURCE = {
  name: 'WalkMeEU',
  label: 'WalkMe EU',
  externalCredential: 'OurWalkMe',
  principal: 'ClientCredentials',
  setupUrl: '/lightning/setup/NamedCredential/home'
};

function mount(source: unknown) {
  const element = createElement('c-insights-credential-guide', { is: InsightsCredentialGuide });
  Object.assign(element, { source });
  document.body.appendChild(element);
  return element;
}

describe('c-insights-credential-guide', () => {
  afterEach(() => document.body.replaceChildren());

  it('leads from the key to the test, by the names that Setup shows', () => {
    const steps = [...mount(SOURCE).shadowRoot!.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(steps).toHaveLength(6);
    expect(steps[0]).toContain('API Keys');
    expect(steps[1]).toContain('WalkMe EU');
    expect(steps[1]).toContain('OurWalkMe');
    expect(steps[2]).toContain('ClientCredentials');
    expect(steps[4]).toContain('Insights Sync Operator');
    expect(steps.join(' ')).not.toContain('{');
  });

  it('opens Setup in a tab of its own, so that the page stays', () => {
    const link = mount(SOURCE).shadowRoot!.querySelector('a')!;
    expect(link.getAttribute('href')).toBe(SOURCE.setupUrl);
    expect(link.target).toBe('_blank');
    expect(link.textContent).toContain('new tab');
  });

  it('has no link where there is no page', () => {
    expect(mount({ label: 'WalkMe EU' }).shadowRoot!.querySelector('a')).toBeNull();
  });

  it('is accessible', async () => {
    await expect(mount(SOURCE)).toBeAccessible();
  });
});
