import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { connected, read, requestToken, started } from './client';

interface Media {
  schema: object;
  examples: Record<string, { value: unknown }>;
}
interface Operation {
  responses: Record<string, { $ref?: string; content?: Record<string, Media> }>;
}
interface OpenApi {
  openapi: string;
  info: { summary: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; responses: Record<string, { content: Record<string, Media> }> };
}

const file = join(__dirname, '..', '..', '..', 'docs', 'walkme-api.openapi.yaml');
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
let contract: OpenApi;

before(() => {
  addFormats(ajv);
  contract = parse(readFileSync(file, 'utf8')) as OpenApi;
  ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'paths', 'components', 'example']);
  ajv.addSchema({ ...contract, $id: 'contract' });
});

/** The schema of the JSON answer that the contract gives for an operation and a status. */
function validator(path: string, method: string, status: number): ValidateFunction {
  const response = contract.paths[path]?.[method]?.responses[String(status)];
  assert.ok(response, `${method} ${path} does not name the status ${status}`);
  const pointer = response.$ref ?? `#/paths/${escaped(path)}/${method}/responses/${status}`;
  return ajv.compile({ $ref: `contract${pointer}/content/application~1json/schema` });
}

function escaped(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
}

function assertValid(validate: ValidateFunction, value: unknown): void {
  assert.ok(validate(value), ajv.errorsText(validate.errors));
}

const list = '/public/v1/insights/reports';
const data = '/public/v1/insights/reports/{id}/data';
const token = '/accounts/connect/token';

test('the contract says of itself that it is assumed', () => {
  assert.equal(contract.openapi, '3.1.0');
  assert.match(contract.info.summary, /ASSUMED/);
});

test('every example in the contract fits its schema', () => {
  let examples = 0;
  for (const [path, operations] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      for (const [status, response] of Object.entries(operation.responses)) {
        const content =
          response.content ?? contract.components.responses[response.$ref?.split('/').at(-1) ?? '']?.content;
        for (const { value } of Object.values(content?.['application/json']?.examples ?? {})) {
          assertValid(validator(path, method, Number(status)), value);
          examples++;
        }
      }
    }
  }
  assert.ok(examples >= 10, `only ${examples} examples`);
});

test('the answers of the token endpoint keep the contract', async (t) => {
  const standIn = await started(t);
  assertValid(validator(token, 'post', 200), (await requestToken(standIn)).json);
  assertValid(validator(token, 'post', 400), (await requestToken(standIn, { grant: 'password' })).json);
  assertValid(validator(token, 'post', 401), (await requestToken(standIn, { key: 'other' })).json);
});

test('the list and every page of every report keep the contract', async (t) => {
  const client = await connected(await started(t, { rows: 300 }));
  const reports = (await client.list()).json;
  assertValid(validator(list, 'get', 200), reports);
  for (const { id, columns } of reports.reports) {
    const page = (await client.data(id)).json;
    assertValid(validator(data, 'get', 200), page);
    assert.deepEqual(page.columns, columns, `${id}: the list and the data name the same columns`);
    assert.ok(
      page.rows.every((row) => row.length === columns.length),
      `${id}: every row is complete`
    );
  }
});

test('the error answers keep the contract', async (t) => {
  const standIn = await started(t);
  const client = await connected(standIn);
  assertValid(validator(data, 'get', 400), (await client.data('nps', '?limit=0')).json);
  assertValid(validator(data, 'get', 404), (await client.data('none')).json);
  assertValid(validator(list, 'get', 401), (await read(await fetch(`${standIn.url}${list}`))).json);
  for (const [kind, status] of [
    ['forbidden', 403],
    ['tooManyRequests', 429],
    ['serverError', 500]
  ] as const) {
    standIn.faults.replace([{ kind }]);
    const answer = await client.list();
    assert.equal(answer.status, status);
    assertValid(validator(list, 'get', status), answer.json);
  }
});

test('an answer that breaks the contract is noticed', () => {
  const validate = validator(data, 'get', 200);
  assert.equal(validate({ reportId: 'nps', refreshedAt: 'today', total: 1, columns: [], rows: [{}] }), false);
  assert.equal(ajv.errorsText(validate.errors).split(',').length, 3);
});
