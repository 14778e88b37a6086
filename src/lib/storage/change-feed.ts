/** A document was written or removed. */
export interface Change {
  readonly id: string;
  readonly rev: string;
}

export interface ChangeFeed {
  /** Tells every listener of every feed of the same name: here, in other tabs and in workers. */
  publish(change: Change): void;
  subscribe(listener: (change: Change) => void): () => void;
  close(): void;
}

function isChange(data: unknown): data is Change {
  if (typeof data !== 'object' || data === null) return false;
  const { id, rev } = data as Record<string, unknown>;
  return typeof id === 'string' && typeof rev === 'string';
}

/** Opens the feed that everybody on this origin who gives the same name shares. */
export function openChangeFeed(name: string): ChangeFeed {
  const listeners = new Set<(change: Change) => void>();
  const channel = new BroadcastChannel(name);
  const tell = (change: Change): void => {
    for (const listener of [...listeners]) listener(change);
  };
  channel.onmessage = (event: MessageEvent<unknown>) => {
    if (isChange(event.data)) tell(event.data);
  };
  return {
    publish(change) {
      // A channel object never hears itself.
      tell(change);
      channel.postMessage(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      channel.close();
    }
  };
}
