import {
  applyEdit,
  invertEdit,
  labelOf,
  type CadenceFile,
  type Edit,
  type EditRefusal,
  type Instant
} from '$lib/domain';
import {
  earlierOf,
  newest,
  newestSteps,
  record,
  stepBack,
  stepForward,
  without,
  withoutPart,
  withPart,
  type EditHistory,
  type HistoryEntry,
  type HistorySide
} from '$lib/storage';
import { ok, type Result } from '$lib/util';
import { touchOf } from './grouping';

/** Edits of the same thing closer together than this are one step of undo; milliseconds. */
const TYPING_PAUSE = 1000;

/** The file being edited and its undo log: changed by edits only. */
export class EditedDocument {
  #file: CadenceFile = $state.raw() as CadenceFile;
  #history: EditHistory = $state.raw() as EditHistory;
  #group: { key: string; at: Instant } | null = null;
  readonly #now: () => Instant;

  constructor(file: CadenceFile, history: EditHistory, now: () => Instant) {
    this.#file = file;
    this.#history = history;
    this.#now = now;
  }

  get file(): CadenceFile {
    return this.#file;
  }

  get history(): EditHistory {
    return this.#history;
  }

  /** What undo, or redo, would do next; null when there is nothing, or nothing that was read. */
  next(side: HistorySide): string | null {
    return newest(this.#history, side)?.label ?? null;
  }

  /** What the newest steps of a side are called, newest first. */
  labels(side: HistorySide, most: number): readonly string[] {
    return newestSteps(this.#history, side, most).map(({ label }) => label);
  }

  /** Whether there are steps on a side, read or not. */
  has(side: HistorySide): boolean {
    return newest(this.#history, side) !== null || earlierOf(this.#history, side).length > 0;
  }

  /**
   * Applies an edit as a step of undo, joined to the one before while the user goes on typing. An edit
   * that changes nothing is no step.
   */
  do(edit: Edit, label: string = labelOf(edit, this.#file)): Result<void, EditRefusal> {
    const before = this.#file;
    const applied = applyEdit(before, edit);
    if (!applied.ok) return applied;
    const touch = touchOf(before, edit);
    if (touch.type === 'nothing') return ok(undefined);
    const key = touch.type === 'joins' ? touch.key : null;
    const at = this.#now();
    const joins =
      key !== null &&
      this.#group?.key === key &&
      at - this.#group.at < TYPING_PAUSE &&
      !this.has('redo');
    if (!joins) this.#history = record(this.#history, { label, edit: invertEdit(before, edit) });
    this.#group = key === null ? null : { key, at };
    this.#file = applied.value;
    return ok(undefined);
  }

  /** Goes one step back, or forward again; false when there is none that was read, or it does not fit. */
  step(side: HistorySide): boolean {
    const entry = newest(this.#history, side);
    if (!entry) return false;
    const back = this.#take(entry);
    if (!back) {
      // A stored log that does not fit its file (written by hand, or by a newer build) is of no use.
      this.#history = without(this.#history, side);
      return false;
    }
    const other = { label: entry.label, edit: back };
    const move = side === 'undo' ? stepBack : stepForward;
    this.#history = move(this.#history, other);
    return true;
  }

  /** Takes up another version as it is, with its own log. */
  replace(file: CadenceFile, history: EditHistory): void {
    this.#file = file;
    this.#history = history;
    this.#group = null;
  }

  /** Takes up the steps of a part of the log; without them, everything before it is given up. */
  fill(part: string, entries: readonly HistoryEntry[] | null): void {
    this.#history = entries
      ? withPart(this.#history, part, entries)
      : withoutPart(this.#history, part);
  }

  #take({ edit }: HistoryEntry): Edit | null {
    const before = this.#file;
    try {
      const applied = applyEdit(before, edit);
      if (!applied.ok) return null;
      this.#file = applied.value;
      this.#group = null;
      return invertEdit(before, edit);
    } catch {
      // Stored edits are of any shape until they have been applied.
      return null;
    }
  }
}
