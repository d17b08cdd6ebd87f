import type { TestContext } from 'node:test';
import type { DataPage, ReportSummary } from '../src/reports/data-page';
import { createStandIn, defaultApiKey, type StandIn, type StandInOptions } from '../src/stand-in';

/** An answer with its body read as text and, if it is JSON, parsed. */
export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  text: string;
  json: T;
}

/** The list of reports as the stand-in answers it. */
export interface ReportList {
  total: number;
  reports: ReportSummary[];
}

/** A stand-in that is stopped when the test ends. */
export async function started(t: TestContext, options: StandInOptions = {}): Promise<StandIn> {
  const standIn = await createStandIn(options);
  t.after(() => standIn.close());
  return standIn;
}

/** Asks the token endpoint, by default with the right key. */
export async function requestToken(
  standIn: StandIn,
  { key = defaultApiKey.key as string, secret = defaultApiKey.secret as string, grant = 'client_credentials' } = {}
): Promise<Answer<{ access_token: string; token_type: string; expires_in: number; error?: string }>> {
  const basic = Buffer.from(`${key}:${secret}`).toString('base64');
  const response = await fetch(`${standIn.url}/accounts/connect/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: grant })
  });
  return read(response);
}

/** A client that holds a token and reads below `/public/v1/insights/reports`. */
export async function connected(standIn: StandIn) {
  const token = (await requestToken(standIn)).json.access_token;
  const get = async <T>(path: string): Promise<Answer<T>> =>
    read<T>(
      await fetch(`${standIn.url}/public/v1/insights/reports${path}`, { headers: { authorization: `Bearer ${token}` } })
    );
  return {
    token,
    list: (query = '') => get<ReportList>(query),
    data: (id: string, query = '') => get<DataPage>(`/${id}/data${query}`)
  };
}

/** Reads a body whatever it is. */
export async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, headers: response.headers, text, json: parsed(text, isJson) as T };
}

function parsed(text: string, isJson: boolean): unknown {
  try {
    return isJson ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
