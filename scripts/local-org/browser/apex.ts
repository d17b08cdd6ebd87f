/**
 * Apex methods as components call them: imperatively and, where they are cacheable, by @wire.
 */

/** What a failed call rejects with: the shape that the platform gives components. */
export interface ApexFailure {
  readonly body: unknown;
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly errorType: 'fetchResponse';
  readonly headers: Record<string, never>;
}

/** What the local org answers to a failed call. */
interface ErrorBody {
  readonly message: string;
  readonly exceptionType?: string;
  readonly isUserDefinedException?: boolean;
  readonly stackTrace?: string;
}

type Parameters = Record<string, unknown>;
type Provide = (value: { data?: unknown; error?: unknown }) => void;

/**
 * Calls an Apex method in the local org.
 *
 * @param name `InsightsRunsController.loadRuns`
 * @returns what the method returned, frozen, as the platform freezes it
 * @throws ApexFailure when Apex threw, refused access, or the local org could not be reached
 */
export async function callApex(name: string, parameters: Parameters = {}): Promise<unknown> {
  const response = await send(name, parameters);
  const text = await response.text();
  const body: unknown = text === '' ? undefined : readJson(text);
  if (response.ok) return freeze(body);
  throw failure(response.status, response.statusText, body ?? { message: response.statusText });
}

async function send(name: string, parameters: Parameters): Promise<Response> {
  try {
    return await fetch(`/local/apex/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters)
    });
  } catch (error) {
    throw failure(0, '', { message: `Disconnected or Canceled: ${(error as Error).message}` });
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

function failure(status: number, statusText: string, body: unknown): ApexFailure {
  return freeze({ body: body as ErrorBody, ok: false, status, statusText, errorType: 'fetchResponse', headers: {} });
}

/** Freezes data in depth: a component that changes what it was given fails here as it does on the platform. */
function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

/** An Apex method as its module exports it. */
export function apexMethod(name: string): (parameters?: Parameters) => Promise<unknown> {
  return (parameters) => callApex(name, parameters);
}

/** A cacheable Apex method: callable, and an adapter for @wire. */
export function wireableApexMethod(name: string): ReturnType<typeof apexMethod> & { adapter: unknown } {
  return Object.assign(apexMethod(name), { adapter: adapterOf(name) });
}

const refreshers = new WeakMap<object, () => Promise<void>>();

function adapterOf(name: string): unknown {
  return class ApexAdapter {
    private parameters: Parameters | undefined;
    private readonly provide: Provide;

    constructor(provide: Provide) {
      this.provide = provide;
      provide({ data: undefined, error: undefined });
    }

    connect(): void {
      void this.load();
    }

    disconnect(): void {
      this.parameters = undefined;
    }

    update(parameters: Parameters): void {
      this.parameters = parameters;
      void this.load();
    }

    /** A parameter that is undefined means "not yet": the platform does not call Apex then. */
    private async load(): Promise<void> {
      const asked = this.parameters;
      if (!asked || Object.values(asked).some((value) => value === undefined)) return;
      const value = await callApex(name, asked).then(
        (data) => ({ data, error: undefined }),
        (error: unknown) => ({ data: undefined, error })
      );
      if (this.parameters !== asked) return;
      refreshers.set(value, () => this.load());
      this.provide(value);
    }
  };
}

/** Loads anew what a wire has provided. */
export async function refreshApex(provided: object): Promise<void> {
  await refreshers.get(provided)?.();
}
