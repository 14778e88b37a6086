import type { Cadence, CadenceDiff } from '$lib/domain';
import type { App } from '$lib/app/context';
import type { EditorState } from '../editor-state.svelte';
import { titleOf, type Published } from './published';
import type { VersionHistory } from './version-history.svelte';

/** The draft, or what was published by the id of its entry. */
export type Side = string;
export const DRAFT: Side = 'draft';

/** What the screen of versions shows: one of them, or two beside each other. */
export class VersionsView {
  readonly #editor: EditorState;
  readonly #history: VersionHistory;
  readonly #compute: Pick<App['compute'], 'diff'>;
  readonly #known = new Map<string, Promise<CadenceDiff | null>>();
  #chosen: { readonly side: Side; readonly against: Side | null } | null = $state.raw(null);

  constructor(editor: EditorState, history: VersionHistory, compute: Pick<App['compute'], 'diff'>) {
    this.#editor = editor;
    this.#history = history;
    this.#compute = compute;
  }

  /** What is looked at: the changes since the current version, until something was chosen. */
  readonly #now: { readonly side: Side; readonly against: Side | null } = $derived.by(() => {
    const chosen = this.#chosen;
    const isThere = (side: Side | null) =>
      side === null || side === DRAFT || this.entry(side) !== undefined;
    if (chosen && isThere(chosen.side) && isThere(chosen.against)) return chosen;
    const { current, isUpToDate } = this.#history;
    if (!current) return { side: DRAFT, against: null };
    return isUpToDate || !current.cadence
      ? { side: current.id, against: null }
      : { side: DRAFT, against: current.id };
  });

  get side(): Side {
    return this.#now.side;
  }

  /** What it is compared with; null: nothing. */
  get against(): Side | null {
    return this.#now.against;
  }

  /** Whether somebody chose what is shown. */
  get isChosen(): boolean {
    return this.#chosen !== null;
  }

  show(side: Side, against: Side | null = null): void {
    this.#chosen = { side, against: against === side ? null : against };
  }

  /** Back to what is shown without a choice. */
  leave(): void {
    this.#chosen = null;
  }

  entry(side: Side): Published | undefined {
    return this.#history.all.find(({ id }) => id === side);
  }

  titleOf(side: Side): string {
    const entry = this.entry(side);
    return entry ? titleOf(entry) : 'Draft';
  }

  /** Null for a damaged version. */
  cadenceOf(side: Side): Cadence | null {
    return side === DRAFT ? this.#editor.cadence : (this.entry(side)?.cadence ?? null);
  }

  /** The older one first; the draft is newer than everything. */
  get pair(): { readonly before: Side | null; readonly after: Side } {
    const { side, against } = this.#now;
    if (against === null) return { before: null, after: side };
    const age = (of: Side) => (of === DRAFT ? Infinity : (this.entry(of)?.number ?? 0));
    return age(side) < age(against)
      ? { before: side, after: against }
      : { before: against, after: side };
  }

  /** The version before; null for the first. */
  before(side: Side): Published | null {
    const { all } = this.#history;
    if (side === DRAFT) return all[0] ?? null;
    return all[all.findIndex(({ id }) => id === side) + 1] ?? null;
  }

  /** What a version changed of the one before; null where they cannot be read or compared. */
  changesOf(entry: Published): Promise<CadenceDiff | null> {
    const before = this.before(entry.id);
    if (!before?.cadence || !entry.cadence) return Promise.resolve(null);
    const key = `${before.version} ${entry.version}`;
    const known = this.#known.get(key);
    if (known) return known;
    const diff = this.#compute.diff(before.cadence, entry.cadence).catch(() => {
      // Whoever asks again may be luckier.
      this.#known.delete(key);
      return null;
    });
    this.#known.set(key, diff);
    return diff;
  }
}
