import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { LocalOrg } from '../../src/org';
import { serveOrg, type WebServer } from '../../src/web/server';
import { openProject } from './support';
import { PERSONAS, SHOP } from './shopProject';

interface SentEvent {
  channel: string;
  data: { schema: string; payload: Record<string, unknown>; event: { replayId: number; EventUuid: string } };
}

/** Reads server-sent events as they come. */
class EventReader {
  private text = '';
  private constructor(
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
    private readonly control: AbortController
  ) {}

  static async open(url: string, cookie: string): Promise<EventReader> {
    const control = new AbortController();
    const response = await fetch(`${url}/local/events`, { headers: { cookie }, signal: control.signal });
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    return new EventReader(response.body!.getReader(), control);
  }

  /** The next event. */
  async next(): Promise<SentEvent> {
    for (;;) {
      const end = this.text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.text.slice(0, end);
        this.text = this.text.slice(end + 2);
        if (block.startsWith('data: ')) return JSON.parse(block.slice('data: '.length)) as SentEvent;
        continue;
      }
      const { value, done } = await this.reader.read();
      if (done) throw new Error('The stream ended.');
      this.text += Buffer.from(value).toString('utf8');
    }
  }

  close(): void {
    this.control.abort();
  }
}

describe('events and asynchronous work of a served org', () => {
  let org: LocalOrg;
  let server: WebServer;
  const logged: string[] = [];
  before(async () => {
    org = openProject(SHOP);
    server = await serveOrg(org, { port: 0, personas: PERSONAS, log: (line) => void logged.push(line) });
    org.data.assignPermissionSets(org.data.adminUser().id, ['ShopUser']);
  });
  after(async () => {
    await server.close();
    org.close();
  });

  const cookieOf = (username: string): string =>
    `local_session=${encodeURIComponent(`username=${username}@local.org.example`)}`;
  const call = async (method: string, params: unknown = {}): Promise<unknown> => {
    const response = await fetch(`${server.url}/local/apex/Till.${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params)
    });
    assert.equal(response.status, 200);
    return response.json();
  };

  it('reach a user who may read them, in the form of lightning/empApi', async () => {
    const events = await EventReader.open(server.url, cookieOf('operator'));
    await call('sell', { what: 'tea' });
    const { channel, data } = await events.next();
    events.close();
    assert.equal(channel, '/event/Sold__e');
    assert.equal(data.payload['What__c'], 'tea');
    assert.match(String(data.payload['CreatedDate']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.equal(data.payload['CreatedById'], org.data.adminUser().id);
    assert.equal(typeof data.event.replayId, 'number');
    assert.equal(data.schema.length, 22);
  });

  it('do not reach a user without access to the event', async () => {
    const stranger = await EventReader.open(server.url, cookieOf('none'));
    const admin = await EventReader.open(server.url, cookieOf('admin'));
    await call('sell', { what: 'coffee' });
    assert.equal((await admin.next()).data.payload['What__c'], 'coffee');
    org.data.assignPermissionSets(org.data.userByName('none@local.org.example').id, ['ShopUser']);
    await call('sell', { what: 'cake' });
    assert.equal((await stranger.next()).data.payload['What__c'], 'cake');
    stranger.close();
    admin.close();
  });

  it('come between the chunks of a batch, which runs on between requests', async () => {
    const events = await EventReader.open(server.url, cookieOf('admin'));
    await call('walk', { steps: 3 });
    const seen: unknown[] = [];
    while (seen.length < 4) seen.push((await events.next()).data.payload['What__c']);
    events.close();
    assert.deepEqual(seen, ['chunk 1', 'chunk 2', 'chunk 3', 'finish']);
  });

  it('end when a batch is aborted between two chunks', async () => {
    const steps = 500;
    const events = await EventReader.open(server.url, cookieOf('admin'));
    const job = await call('walk', { steps });
    assert.equal((await events.next()).data.payload['What__c'], 'chunk 1');
    await call('stop', { job });
    events.close();
    const [stopped] = org.query(
      `SELECT Status, JobItemsProcessed, TotalJobItems FROM AsyncApexJob WHERE Id = '${job}'`
    );
    assert.deepEqual([stopped?.['Status'], stopped?.['TotalJobItems']], ['Aborted', steps]);
    assert.equal(Number(stopped?.['JobItemsProcessed']) < steps, true);
  });

  it('left nothing to complain of', () => assert.deepEqual(logged, []));
});
