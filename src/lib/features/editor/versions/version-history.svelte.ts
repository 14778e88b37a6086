import { publish, type CadenceDiff, type VersionId } from '$lib/domain';
import type { App } from '$lib/app/context';
import type { WriteFailure } from '$lib/storage';
import { fail, ok, type Result } from '$lib/util';
import type { MigrationRequest } from '$lib/worker/protocol';
import type { EditorState } from '../editor-state.svelte';
import { affectedOf, affectedWords, UNAFFECTED } from './affected';
import { readPublished, type Published } from './published';

type Services = Pick<App, 'versions' | 'compute' | 'now'>;

/** Milliseconds after the last change until the draft is compared. */
const PAUSE = 300;

/** Why publishing failed; `errors`: the cadence has some, and is not published with them. */
export type PublishFailure = WriteFailure | { readonly code: 'errors'; readonly count: number };

/** What was published of the open cadence, and how the draft stands to it. */
export class VersionHistory {
  readonly #services: Services;
  readonly #editor: EditorState;
  #all: readonly Published[] = $state.raw([]);
  #state: 'reading' | 'ready' | 'failed' = $state.raw('reading');
  #changes: CadenceDiff | null = $state.raw(null);
  #turn = 0;

  constructor(services: Services, editor: EditorState) {
    this.#services = services;
    this.#editor = editor;
  }

  /** Newest first. */
  get all(): readonly Published[] {
    return this.#all;
  }

  get state(): 'reading' | 'ready' | 'failed' {
    return this.#state;
  }

  /** The version that new leads take; null before the first one. */
  get current(): Published | null {
    return this.#all[0] ?? null;
  }

  /** What was changed since the current version; null while that is unknown, or without one. */
  get changes(): CadenceDiff | null {
    return this.#changes;
  }

  /** Nothing has changed since the current version. */
  get isUpToDate(): boolean {
    return this.#changes?.extent === 'none';
  }

  /** Reads, and follows what changes here and elsewhere; returns how to stop. */
  start(): () => void {
    const { cadence } = this.#editor;
    const stopWatching = this.#services.versions.watch(cadence.id, () => void this.read());
    const stopFollowing = $effect.root(() => {
      $effect(() => this.#follow());
    });
    void this.read();
    return () => {
      stopWatching();
      stopFollowing();
    };
  }

  async read(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const all = await readPublished(this.#services.versions, this.#editor.cadence.id);
      if (turn !== this.#turn) return;
      this.#all = all;
      this.#state = 'ready';
    } catch {
      if (turn === this.#turn) this.#state = 'failed';
    }
  }

  /** Makes the cadence as it is on screen the current version. */
  async publish(note: string): Promise<Result<void, PublishFailure>> {
    const { file, cadence } = this.#editor;
    const { versions, compute, now } = this.#services;
    try {
      const { diagnostics } = await compute.check(file);
      const count = diagnostics.filter(({ severity }) => severity === 'error').length;
      if (count > 0) return fail({ code: 'errors', count });
      const published = publish(cadence);
      const stored = await versions.put(published);
      if (!stored.ok) return fail(asWriteFailure(stored.error));
      const last = (await versions.publications(cadence.id)).at(-1)?.at ?? -1;
      // A clock that was set back must not put the new version behind the old one.
      const at = Math.max(now(), last + 1);
      const { version } = published;
      const done = await versions.announce({ cadence: cadence.id, version, at, note });
      if (!done.ok) return done;
    } catch (error) {
      return fail({ code: 'unavailable', message: String(error) });
    }
    await this.read();
    return ok(undefined);
  }

  /** Whom publishing what is on screen would affect, in sentences. */
  async affected(leads: MigrationRequest['leads']): Promise<readonly string[]> {
    const { current } = this;
    const before = current?.cadence;
    if (!before || leads.length === 0) return affectedWords(UNAFFECTED);
    const { cadence } = this.#editor;
    const reply = await this.#services.compute.previewMigration({
      plan: { from: current.version, to: publish(cadence).version },
      leads,
      cadences: [before, cadence],
      now: this.#services.now()
    });
    return affectedWords(affectedOf(reply));
  }

  /** Calls a version something; an empty name takes its name away. */
  async name(version: VersionId, name: string): Promise<Result<void, WriteFailure>> {
    try {
      const done = await this.#services.versions.name(this.#editor.cadence.id, version, name);
      if (done.ok) await this.read();
      return done;
    } catch (error) {
      return fail({ code: 'unavailable', message: String(error) });
    }
  }

  /** Compares the draft with the current version, a moment after either changed. */
  #follow(): (() => void) | void {
    const before = this.current?.cadence;
    const { cadence } = this.#editor;
    if (!before) {
      this.#changes = null;
      return;
    }
    let isOver = false;
    const timer = setTimeout(() => {
      this.#services.compute.diff(before, cadence).then(
        (diff) => {
          if (!isOver) this.#changes = diff;
        },
        () => undefined
      );
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }
}

function asWriteFailure(
  failure: WriteFailure | { readonly code: 'notAVersion'; readonly faults: readonly unknown[] }
): WriteFailure {
  if (failure.code !== 'notAVersion') return failure;
  return { code: 'unavailable', message: 'The cadence does not bear its own hash.' };
}
