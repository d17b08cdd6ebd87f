/**
 * What the shell asks the local org for: pages, records and lists.
 */

/** A component that a FlexiPage places. */
export interface PlacedComponent {
  /** `c-insights-app`, or a standard one such as `force:recordDetail`. */
  readonly name: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** `GET /local/pages/<FlexiPage>` */
export interface PageLayout {
  readonly label: string;
  readonly template: string;
  readonly regions: readonly { readonly name: string; readonly components: readonly PlacedComponent[] }[];
}

/** A value as pages show it. */
export interface ShownValue {
  readonly value: unknown;
  /** As the user's locale writes it. */
  readonly displayValue: string;
  /** The name of the field's Schema.DisplayType. */
  readonly type: string;
  /** The record that a lookup names. */
  readonly reference?: { readonly object: string; readonly id: string; readonly name: string };
}

/** A field of a record. */
export interface RecordField extends ShownValue {
  readonly label: string;
  readonly name: string;
  /** Column of its section, from 0. */
  readonly column: number;
  readonly help?: string;
}

/** Rows of records, all of one object. */
export interface RecordRows {
  readonly object: string;
  readonly label: string;
  readonly columns: readonly { readonly name: string; readonly label: string; readonly type: string }[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ShownValue[] }[];
  /** There are more records than these. */
  readonly hasMore: boolean;
  /** Addresses of files, by row: their names lead there. */
  readonly downloads?: Readonly<Record<string, string>>;
}

/** `GET /local/records/<Id>` */
export interface RecordLayout {
  readonly object: string;
  readonly label: string;
  readonly iconName: string;
  readonly name: string;
  readonly sections: readonly {
    readonly label: string;
    readonly columns: number;
    readonly fields: readonly RecordField[];
  }[];
  readonly regions: readonly { readonly name: string; readonly components: readonly PlacedComponent[] }[];
  readonly related: readonly RecordRows[];
}

/** `GET /local/lists/<Object>` */
export interface ListLayout extends RecordRows {
  readonly objectLabel: string;
  readonly view: string;
  readonly views: readonly { readonly name: string; readonly label: string }[];
}

/** The local org refused a request. */
export class LocalOrgError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  /** Whether there is no such page, or not for this user. */
  get isMissing(): boolean {
    return this.status === 404 || this.status === 403;
  }
}

/** @throws LocalOrgError when there is no such page for this user */
export function loadPage(name: string): Promise<PageLayout> {
  return get(`/local/pages/${encodeURIComponent(name)}`);
}

/** @throws LocalOrgError when there is no such record for this user */
export function loadRecord(id: string): Promise<RecordLayout> {
  return get(`/local/records/${encodeURIComponent(id)}`);
}

/** @throws LocalOrgError when there is no such object for this user */
export function loadList(object: string, view?: string): Promise<ListLayout> {
  const query = view ? `?view=${encodeURIComponent(view)}` : '';
  return get(`/local/lists/${encodeURIComponent(object)}${query}`);
}

/** Goes on as another user or in another language, on the same page. */
export async function changeSession(choice: { username?: string; language?: string }): Promise<void> {
  await request('/local/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(choice)
  });
  location.reload();
}

async function get<T>(url: string): Promise<T> {
  return (await (await request(url, { headers: { accept: 'application/json' } })).json()) as T;
}

async function request(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.ok) return response;
  throw new LocalOrgError(response.status, messageOf(await response.text()) || response.statusText);
}

function messageOf(text: string): string {
  try {
    return (JSON.parse(text) as { message?: string }).message ?? text;
  } catch {
    return text;
  }
}
