import { getContext, setContext } from 'svelte';
import type { CadenceId, Instant } from '$lib/domain';
import type { LayoutService } from '$lib/layout';
import type { DraftStore } from '$lib/storage';
import { InvariantError } from '$lib/util';
import type { ComputeClient } from '$lib/worker/protocol';

/** Everything the screens need from outside, picked once by the composition root. */
export interface App {
  readonly drafts: DraftStore;
  readonly compute: ComputeClient;
  readonly layout: LayoutService;
  now(): Instant;
  newCadenceId(): CadenceId;
  /** Fetches a file of `static/` by its path from the app's base. */
  fetchAsset(path: string): Promise<string>;
}

const KEY = Symbol('app');

export function provideApp(app: App): void {
  setContext(KEY, app);
}

/** The app's services; throws outside the component tree of the root layout. */
export function useApp(): App {
  const app = getContext<App | undefined>(KEY);
  if (!app) throw new InvariantError('no App in context');
  return app;
}
