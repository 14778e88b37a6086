import type { Cadence, CadenceDiff, CadenceFile, Layout } from '$lib/domain';
import type { App } from '$lib/app/context';
import { sizesOf } from '$lib/drawing';
import { bothOf, placesFor } from './together';

/** What is drawn: a version, or two with what differs. */
export interface Staged {
  /** Null where one version is looked at by itself. */
  readonly before: Cadence | null;
  readonly after: Cadence;
  readonly diff: CadenceDiff | null;
  readonly layout: Layout;
  /** Where everything of both lies. */
  readonly boxes: ReadonlyMap<string, { x: number; y: number; width: number; height: number }>;
}

/** Compares and places what is to be drawn, away from the page; the newest request counts. */
export class Staging {
  readonly #services: Pick<App, 'compute' | 'layout'>;
  #staged: Staged | null = $state.raw(null);
  #failed = $state(false);
  #running: AbortController | null = null;

  constructor(services: Pick<App, 'compute' | 'layout'>) {
    this.#services = services;
  }

  /** Null until the first one is ready. */
  get staged(): Staged | null {
    return this.#staged;
  }

  get failed(): boolean {
    return this.#failed;
  }

  async show(
    before: Cadence | null,
    after: Cadence,
    draft: Pick<CadenceFile, 'layout'>
  ): Promise<void> {
    this.cancel();
    const { signal } = (this.#running = new AbortController());
    const both = before ? bothOf(after, before) : after;
    try {
      const [diff, layout] = await Promise.all([
        before && this.#services.compute.diff(before, after),
        placesFor(both, draft, this.#services.layout, signal)
      ]);
      if (signal.aborted) return;
      this.#staged = { before, after, diff, layout, boxes: boxesOf(both, layout) };
      this.#failed = false;
    } catch {
      if (!signal.aborted) this.#failed = true;
    }
  }

  cancel(): void {
    this.#running?.abort();
  }
}

function boxesOf(cadence: Cadence, { positions, direction = 'down' }: Layout) {
  return new Map(
    [...sizesOf(cadence, direction)].flatMap(([id, size]) => {
      const at = positions[id];
      return at ? [[id, { ...at, ...size }] as const] : [];
    })
  );
}
