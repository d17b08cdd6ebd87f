import { createElement } from 'lwc';
import loadRun from '@salesforce/apex/InsightsRunsController.loadRun';
import InsightsRunPage from 'c/insightsRunPage';

jest.mock('@salesforce/apex/InsightsIntegrationsController.abortRun', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsRunsController.loadRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsRunsController.loadFiles', () => ({ default: jest.fn(async () => []) }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsRunsController.loadIssues', () => ({ default: jest.fn(async () => ({})) }), {
  virtual: true
});
// What components are given of a permission that the user lacks.
jest.mock('@salesforce/customPermission/RunInsightsIntegrations', () => ({ default: undefined }), { virtual: true });
jest.mock('c/insightsRunWatcher', () => ({
  __esModule: true,
  watchRuns: () => ({ stop: () => undefined }),
  goesOn: () => false
}));

describe('c-insights-run-page, without the permission to run integrations', () => {
  it('shows the log with nothing to abort', async () => {
    (loadRun as unknown as jest.Mock).mockResolvedValue({ id: 'r1', name: 'RUN-1', status: 'Running' });
    const element = createElement('c-insights-run-page', { is: InsightsRunPage });
    Object.assign(element, { recordId: 'r1' });
    document.body.appendChild(element);
    await new Promise((done) => setTimeout(done));
    const detail = element.shadowRoot!.querySelector<HTMLElement & { run: { id: string }; canRun: boolean }>(
      'c-insights-run-detail'
    )!;
    expect([detail.run.id, detail.canRun]).toEqual(['r1', false]);
  });
});
