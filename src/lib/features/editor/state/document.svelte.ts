import {
  applyEdit,
  invertEdit,
  labelOf,
  type CadenceFile,
  type CadenceNode,
  type Edit,
  type EditRefusal,
  type Instant
} from '$lib/domain';
import { record, type EditHistory } from '$lib/storage';
import { ok, type Result } from '$lib/util';
import { groupKey, stepBack, stepForward } from './history';

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

  /** What undo would take back; null when there is nothing. */
  get undoLabel(): string | null {
    return this.#history.undo.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#history.redo.at(-1)?.label ?? null;
  }

  /** Applies an edit as a step of undo, joined to the one before while the user goes on typing. */
  do(edit: Edit, label: string = labelOf(edit, this.#file)): Result<void, EditRefusal> {
    const before = this.#file;
    const applied = applyEdit(before, edit);
    if (!applied.ok) return applied;
    const key = groupKey(edit, changedFields(before, edit));
    const at = this.#now();
    const joins =
      key !== null &&
      this.#group?.key === key &&
      at - this.#group.at < TYPING_PAUSE &&
      this.#history.redo.length === 0;
    if (!joins) this.#history = record(this.#history, { label, edit: invertEdit(before, edit) });
    this.#group = key === null ? null : { key, at };
    this.#file = applied.value;
    return ok(undefined);
  }

  /** Goes back one step; false when there is none (or it no longer fits, which drops the log). */
  undo(): boolean {
    const entry = this.#history.undo.at(-1);
    if (!entry) return false;
    const redo = this.#step(entry.edit);
    if (!redo.ok) return this.#dropHistory();
    this.#history = stepBack(this.#history, { label: entry.label, edit: redo.value });
    return true;
  }

  redo(): boolean {
    const entry = this.#history.redo.at(-1);
    if (!entry) return false;
    const undo = this.#step(entry.edit);
    if (!undo.ok) return this.#dropHistory();
    this.#history = stepForward(this.#history, { label: entry.label, edit: undo.value });
    return true;
  }

  /** Takes up another version as it is, with its own log. */
  replace(file: CadenceFile, history: EditHistory): void {
    this.#file = file;
    this.#history = history;
    this.#group = null;
  }

  #step(edit: Edit): Result<Edit, EditRefusal> {
    const before = this.#file;
    const applied = applyEdit(before, edit);
    if (!applied.ok) return applied;
    this.#file = applied.value;
    this.#group = null;
    return ok(invertEdit(before, edit));
  }

  /** A stored log that does not fit its file (written by hand, or by a newer build) is of no use. */
  #dropHistory(): false {
    this.#history = { undo: [], redo: [] };
    return false;
  }
}

function changedFields(file: CadenceFile, edit: Edit): readonly string[] {
  if (edit.kind !== 'updateNode') return [];
  const before = file.cadence.nodes.find((node) => node.id === edit.node.id);
  if (!before) return [];
  const field = (node: CadenceNode, key: string) =>
    (node as unknown as Record<string, unknown>)[key];
  const keys = new Set([...Object.keys(before), ...Object.keys(edit.node)]);
  return [...keys].filter((key) => field(before, key) !== field(edit.node, key));
}
