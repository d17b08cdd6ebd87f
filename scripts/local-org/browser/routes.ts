/**
 * Page references and the addresses of Lightning Experience.
 */

/** Where to go, in the words of lightning/navigation. */
export interface PageReference {
  type: string;
  attributes?: Record<string, string | undefined>;
  state?: Record<string, string | undefined>;
}

/**
 * The address of a page.
 *
 * @throws Error naming the type when the local org does not know it
 */
export function urlOf(reference: PageReference): string {
  return `${pathOf(reference)}${queryOf(reference)}`;
}

function pathOf({ type, attributes = {} }: PageReference): string {
  switch (type) {
    case 'standard__recordPage': {
      const object = attributes['objectApiName'];
      const prefix = object ? `${object}/` : '';
      return `/lightning/r/${prefix}${required(type, attributes, 'recordId')}/${attributes['actionName'] ?? 'view'}`;
    }
    case 'standard__objectPage':
      return `/lightning/o/${required(type, attributes, 'objectApiName')}/${attributes['actionName'] ?? 'list'}`;
    case 'standard__navItemPage':
      return `/lightning/n/${required(type, attributes, 'apiName')}`;
    case 'standard__webPage':
      return required(type, attributes, 'url');
    default:
      throw new Error(`The local org does not know pages of the type ${type}.`);
  }
}

function required(type: string, attributes: Record<string, string | undefined>, name: string): string {
  const value = attributes[name];
  if (!value) throw new Error(`A page reference of the type ${type} needs the attribute ${name}.`);
  return value;
}

function queryOf({ type, state }: PageReference): string {
  const given = Object.entries(state ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (given.length === 0 || type === 'standard__webPage') return '';
  return `?${new URLSearchParams(given).toString()}`;
}

/** The address of a record's page. */
export function recordUrl({ object, id }: { object: string; id: string }): string {
  const attributes = { objectApiName: object, recordId: id, actionName: 'view' };
  return urlOf({ type: 'standard__recordPage', attributes });
}

/** What an address asks for; `unknown` for one that no page answers to. */
export function referenceOf(path: string, query = ''): PageReference {
  const state = Object.fromEntries(new URLSearchParams(query));
  const [, root, kind, ...rest] = path.split('/').map(decodeURIComponent);
  if (root !== 'lightning') return { type: 'unknown', attributes: {}, state };
  return {
    ...pageOf(
      kind,
      rest.filter((part) => part !== '')
    ),
    state
  };
}

function pageOf(kind: string | undefined, parts: readonly string[]): PageReference {
  const [first, second, third] = parts;
  if (kind === 'n' && parts.length === 1) return { type: 'standard__navItemPage', attributes: { apiName: first } };
  if (kind === 'o' && first && parts.length <= 2) {
    return { type: 'standard__objectPage', attributes: { objectApiName: first, actionName: second ?? 'list' } };
  }
  if (kind === 'r' && parts.length === 3) {
    return {
      type: 'standard__recordPage',
      attributes: { objectApiName: first, recordId: second, actionName: third }
    };
  }
  if (kind === 'r' && first && parts.length <= 2) {
    return { type: 'standard__recordPage', attributes: { recordId: first, actionName: second ?? 'view' } };
  }
  return { type: 'unknown', attributes: {} };
}

/** The reference of the page that the browser shows. */
export function currentReference(): PageReference {
  return referenceOf(location.pathname, location.search);
}

const listeners = new Set<() => void>();

/** Calls `listener` after each change of the page. Returns what ends that. */
export function onRouteChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to an address of the app without loading the browser's page anew. */
export function goTo(url: string, replace = false): void {
  if (replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  routeChanged();
}

/** Tells everybody who listens that the page changed. */
export function routeChanged(): void {
  listeners.forEach((listener) => listener());
}
