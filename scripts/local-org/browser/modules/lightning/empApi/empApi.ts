/** A subscription, as the platform gives it back. */
export interface EmpSubscription {
  readonly id: string;
  readonly channel: string;
  readonly replayId: number;
}

/** A platform event. */
export interface EmpMessage {
  readonly channel: string;
  readonly data: {
    readonly schema: string;
    readonly payload: Record<string, unknown>;
    readonly event: { readonly replayId: number };
  };
}

interface Listener {
  readonly subscription: EmpSubscription;
  readonly onMessage: (message: EmpMessage) => void;
}

const listeners = new Map<string, Listener>();
let source: EventSource | undefined;
let reportError: (error: unknown) => void = () => undefined;
let subscriptions = 0;

/**
 * Listens to a channel from now on. One connection serves all subscriptions of the page.
 *
 * @param channel `/event/InsightsRunProgress__e`
 * @param replayId only -1, "from now on", is known
 */
export function subscribe(
  channel: string,
  replayId: number,
  onMessage: (message: EmpMessage) => void
): Promise<EmpSubscription> {
  if (replayId !== -1) return Promise.reject(new Error('The local org knows only the replay id -1, "from now on".'));
  const subscription = { id: `${++subscriptions}`, channel, replayId };
  listeners.set(subscription.id, { subscription, onMessage });
  source ??= connect();
  return Promise.resolve(subscription);
}

function connect(): EventSource {
  const events = new EventSource('/local/events');
  events.onmessage = ({ data }: MessageEvent<string>) => deliver(JSON.parse(data) as EmpMessage);
  events.onerror = () => reportError({ error: 'The connection to the local org was lost; it is being tried again.' });
  return events;
}

function deliver(message: EmpMessage): void {
  for (const { subscription, onMessage } of listeners.values()) {
    if (subscription.channel === message.channel) onMessage(message);
  }
}

/** Ends a subscription; the connection is closed with the last one. */
export function unsubscribe(
  subscription: EmpSubscription,
  callback?: (response: { successful: boolean; subscription: string }) => void
): Promise<void> {
  const wasThere = listeners.delete(subscription.id);
  if (listeners.size === 0) {
    source?.close();
    source = undefined;
  }
  callback?.({ successful: wasThere, subscription: subscription.channel });
  return Promise.resolve();
}

/** Says who is told of errors of the connection. */
export function onError(listener: (error: unknown) => void): void {
  reportError = listener;
}

/** Events are there whenever the local org is. */
export function isEmpEnabled(): Promise<boolean> {
  return Promise.resolve(true);
}
