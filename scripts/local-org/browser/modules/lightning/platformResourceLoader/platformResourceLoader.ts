const loading = new Map<string, Promise<void>>();

/** Loads a script once for the whole page. Rejects when it cannot be loaded, and may then be tried again. */
export function loadScript(_component: unknown, url: string): Promise<void> {
  return once(url, () => Object.assign(document.createElement('script'), { src: url }));
}

/** Loads a style sheet once for the whole page. */
export function loadStyle(_component: unknown, url: string): Promise<void> {
  return once(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}

function once(url: string, create: () => HTMLElement): Promise<void> {
  let promise = loading.get(url);
  if (!promise) {
    promise = append(url, create());
    promise.catch(() => loading.delete(url));
    loading.set(url, promise);
  }
  return promise;
}

function append(url: string, element: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => reject(new Error(`${url} cannot be loaded.`)));
    document.head.append(element);
  });
}
