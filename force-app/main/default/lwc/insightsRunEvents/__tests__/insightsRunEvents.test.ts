import { isEmpEnabled, subscribe, unsubscribe } from 'lightning/empApi';
import { subscribeToRuns } from 'c/insightsRunEvents';

const SUBSCRIPTION = { id: 1, channel: '/event/InsightsRunProgress__e' };
const flush = () => new Promise((done) => setTimeout(done));
const publish = (payload: object) =>
  (subscribe as jest.Mock).mock.calls[0][2]({ data: { payload, event: { replayId: 1 } } });

describe('c/insightsRunEvents', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    (isEmpEnabled as jest.Mock).mockResolvedValue(true);
    (subscribe as jest.Mock).mockResolvedValue(SUBSCRIPTION);
    (unsubscribe as jest.Mock).mockResolvedValue({});
  });

  it('hears events that are published from now on', async () => {
    const heard = jest.fn();
    subscribeToRuns(heard);
    await flush();
    expect((subscribe as jest.Mock).mock.calls[0].slice(0, 2)).toEqual(['/event/InsightsRunProgress__e', -1]);
    publish({
      RunId__c: 'a01',
      IntegrationId__c: 'a00',
      Status__c: 'Running',
      PagesDone__c: 2,
      PagesTotal__c: null,
      RowsUpdated__c: 7
    });
    expect(heard).toHaveBeenCalledWith(
      expect.objectContaining({
        runId: 'a01',
        integrationId: 'a00',
        status: 'Running',
        pagesDone: 2,
        pagesTotal: null,
        updated: 7,
        rejected: null
      })
    );
  });

  it('hears nothing more once stopped', async () => {
    const heard = jest.fn();
    const stop = subscribeToRuns(heard);
    await flush();
    stop();
    publish({ RunId__c: 'a01' });
    await flush();
    expect(heard).not.toHaveBeenCalled();
    expect(unsubscribe).toHaveBeenCalledWith(SUBSCRIPTION);
  });

  it('ends a subscription that was still being opened when stopped', async () => {
    subscribeToRuns(jest.fn())();
    await flush();
    expect(unsubscribe).toHaveBeenCalledWith(SUBSCRIPTION);
  });

  it('stays silent where streaming is off', async () => {
    (isEmpEnabled as jest.Mock).mockResolvedValue(false);
    const stop = subscribeToRuns(jest.fn());
    await flush();
    stop();
    await flush();
    expect(subscribe).not.toHaveBeenCalled();
    expect(unsubscribe).not.toHaveBeenCalled();
  });

  it('stays silent when the subscription is refused', async () => {
    (subscribe as jest.Mock).mockRejectedValue(new Error('403'));
    const stop = subscribeToRuns(jest.fn());
    await flush();
    stop();
    await flush();
    expect(unsubscribe).not.toHaveBeenCalled();
  });
});
