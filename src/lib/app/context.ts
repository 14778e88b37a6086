import { getContext, setContext } from 'svelte';
import type { CadenceId, Instant } from '$lib/domain';
import type { LayoutService } from '$lib/layout';
import type { DraftStore, VersionStore } from '$lib/storage';
import { InvariantError } from '$lib/util';
import type { BpmnClient, ComputeClient } from '$lib/worker/protocol';

/**
 * How somebody likes the app on this device, such as steps kept at hand or a tour seen: lost without
 * harm, never part of a cadence. Whoever reads one checks what it is.
 */
export interface Preferences {
  /** A JSON value; undefined when none was written. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
}

/** Everything the screens need from outside, picked once by the composition root. */
export interface App {
  readonly drafts: DraftStore;
  readonly versions: VersionStore;
  readonly preferences: Preferences;
  readonly compute: ComputeClient;
  readonly bpmn: BpmnClient;
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
