import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openServedOrg, type Scenario, type ServedOrg } from '../../src/web/servedOrg';

interface GridView {
  integrations?: { id: string; lastRun?: { id: string; status: string; updated: number } }[];
  canManage: boolean;
  canRun: boolean;
  isInstalled: boolean;
}

describe('the served app', () => {
  let served: ServedOrg;
  const logged: string[] = [];
  const open = async (scenario: Scenario): Promise<void> => {
    served = await openServedOrg({ rows: 60, scenario, log: (line) => void logged.push(line) });
  };

  const call = async <T>(method: string, params: unknown = {}, persona = 'admin'): Promise<T> => {
    const username = `${persona}@local.org.example`;
    const response = await fetch(`${served.url}/local/apex/${method}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: `local_session=${encodeURIComponent(new URLSearchParams({ username }).toString())}`
      },
      body: JSON.stringify(params)
    });
    const body = (await response.json()) as T;
    assert.equal(response.status, 200, JSON.stringify(body));
    return body;
  };
  const grid = (persona?: string): Promise<GridView> => call('InsightsIntegrationsController.loadGrid', {}, persona);

  describe('of an org that is not set up', () => {
    before(() => open('empty'));
    after(() => served.close());

    it('has records, but neither environment nor integration', async () => {
      const { integrations, isInstalled, canManage } = await grid();
      assert.deepEqual([integrations?.length ?? 0, isInstalled, canManage], [0, false, true]);
      assert.equal(served.org.query('SELECT Id FROM Lead').length > 0, true);
    });
  });

  describe('of an org with an integration', () => {
    before(() => open('integrated'));
    after(() => served.close());

    it('gives each persona its rights', async () => {
      const rights = [];
      for (const persona of ['admin', 'operator', 'viewer']) {
        const { canManage, canRun } = await grid(persona);
        rights.push([persona, canManage, canRun]);
      }
      assert.deepEqual(rights, [
        ['admin', true, true],
        ['operator', false, true],
        ['viewer', false, false]
      ]);
    });

    it('runs an integration in the background, tells of its progress, and ends it', async () => {
      const statuses: unknown[] = [];
      const done = new Promise<void>((resolve) => {
        const stop = served.org.async.onEvent(({ schema, values }) => {
          if (schema.name === 'InsightsRunProgress__e') statuses.push(values.get('Status__c'));
          if (schema.name !== 'InsightsRunFinished__e') return;
          stop();
          resolve();
        });
      });
      const integrationId = (await grid()).integrations![0]!.id;
      await call('InsightsIntegrationsController.runNow', { integrationId }, 'operator');
      await done;
      const { lastRun } = (await grid()).integrations![0]!;
      assert.equal(lastRun?.status, 'CompletedWithIssues');
      assert.equal(lastRun.updated > 0, true);
      assert.equal(statuses.includes('Running'), true);
    });

    it('has nothing to complain of', () => {
      assert.deepEqual(
        logged.filter((line) => !line.startsWith('Seeded ')),
        []
      );
    });
  });
});
