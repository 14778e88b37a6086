import type { Diagnostic } from '$lib/worker/protocol';
import {
  applyEdit,
  type Cadence,
  type CadenceFile,
  type CadenceId,
  type CadenceNode,
  type Edit,
  type EditRefusal,
  type NodeId,
  type Scenario
} from '$lib/domain';
import type { App } from '$lib/app/context';
import type { Draft, HistorySide } from '$lib/storage';
import { InvariantError, type Result } from '$lib/util';
import { Autosave } from './state/autosave.svelte';
import { ConflictDesk } from './state/conflict-desk';
import { EditedDocument } from './state/document.svelte';
import { LiveCheck } from './state/live-check.svelte';
import type { Panel } from './state/panel';
import { Past } from './state/past';
import type { SaveStatus } from './state/save-status';
import { Selection } from './state/selection.svelte';

export type EditorServices = Pick<App, 'drafts' | 'compute' | 'now' | 'newCadenceId'>;

export interface EditorOptions {
  /** Says something in passing. */
  readonly notify?: (message: string) => void;
  /** Milliseconds after the last change until it is saved; until it is checked; until a failed save is tried again. */
  readonly saveAfter?: number;
  readonly checkAfter?: number;
  readonly retryAfter?: number;
}

const LOST_STEPS = 'Older steps can no longer be undone: they could not be read.';

/** One open cadence: the document with its undo log, selection, saving and live check. */
export class EditorState {
  readonly selection = new Selection();
  readonly #document: EditedDocument;
  readonly #autosave: Autosave;
  readonly #check: LiveCheck;
  readonly #desk: ConflictDesk;
  readonly #past: Past;
  readonly #notify: (message: string) => void;
  readonly #newCadenceId: () => CadenceId;
  readonly #stopWatching: () => void;
  #panel: Panel | null = $state.raw(null);

  readonly #nodes: ReadonlyMap<NodeId, CadenceNode> = $derived.by(
    () => new Map(this.cadence.nodes.map((node) => [node.id, node]))
  );
  readonly #selected: CadenceNode | null = $derived.by(() => {
    const id = this.selection.only;
    return id === null ? null : (this.#nodes.get(id) ?? null);
  });

  constructor(services: EditorServices, draft: Draft, options: EditorOptions = {}) {
    const { saveAfter = 400, checkAfter = 150, retryAfter = 5000, notify = () => {} } = options;
    const { drafts, compute, now } = services;
    this.#document = new EditedDocument(draft.file, draft.history, now);
    this.#autosave = new Autosave(
      drafts,
      now,
      () => ({ file: this.#document.file, history: this.#document.history }),
      draft,
      { pause: saveAfter, retry: retryAfter, yield: (theirs) => this.#take(theirs) }
    );
    this.#newCadenceId = () => services.newCadenceId();
    this.#notify = notify;
    this.#past = new Past(this.#document, {
      read: (part) => drafts.readPart(draft.file.cadence.id, part),
      onlost: () => notify(LOST_STEPS)
    });
    this.#check = new LiveCheck(compute, checkAfter);
    this.#desk = new ConflictDesk(services, this.#autosave, {
      id: draft.file.cadence.id,
      content: () => ({ file: this.#document.file, history: this.#document.history }),
      take: (theirs) => this.#take(theirs),
      notify
    });
    this.#stopWatching = drafts.watch((change) => void this.#desk.changedElsewhere(change));
    this.#check.request(draft.file);
    void this.#past.prepare();
  }

  get file(): CadenceFile {
    return this.#document.file;
  }

  get cadence(): Cadence {
    return this.#document.file.cadence;
  }

  /** The assumptions that the inspector shows and edits: the first scenario. */
  get scenario(): Scenario | null {
    return this.#document.file.scenarios[0] ?? null;
  }

  node(id: NodeId): CadenceNode | undefined {
    return this.#nodes.get(id);
  }

  /** The node, when exactly one is selected. */
  get selected(): CadenceNode | null {
    return this.#selected;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#check.diagnostics;
  }

  get check(): Pick<LiveCheck, 'state' | 'version' | 'analysis'> {
    return this.#check;
  }

  get saving(): SaveStatus {
    return this.#autosave.status;
  }

  /** Leaving now would lose work: it cannot be saved. */
  get isStuck(): boolean {
    return this.saving.type === 'failed';
  }

  /** Four random characters: the end of a fresh cadence id. */
  newMark(): string {
    return this.#newCadenceId().slice(-4);
  }

  /** What is on screen is not what is stored. */
  get hasUnsaved(): boolean {
    return this.#autosave.hasUnsaved;
  }

  /** What lies over the drawing; the header opens it from other views, too. */
  get panel(): Panel | null {
    return this.#panel;
  }

  set panel(panel: Panel | null) {
    this.#panel = panel;
  }

  get undoLabel(): string | null {
    return this.#labelOf('undo');
  }

  get redoLabel(): string | null {
    return this.#labelOf('redo');
  }

  /** What the newest steps are called that can be undone, or redone, newest first. */
  stepLabels(side: HistorySide, most: number): readonly string[] {
    return this.#document.labels(side, most);
  }

  /** Applies an edit as one step of undo; a refused edit changes nothing. */
  do(edit: Edit, label?: string): Result<void, EditRefusal> {
    const before = this.file;
    const done = this.#document.do(edit, label);
    if (this.file !== before) this.#changed();
    return done;
  }

  /** Changes the file without a step of undo: for what the user did not ask for by hand. */
  settle(edit: Edit): void {
    const settled = applyEdit(this.file, edit);
    if (!settled.ok) throw new InvariantError(settled.error.message);
    this.#document.replace(settled.value, this.#document.history);
    this.#autosave.touch({ byHand: false });
    this.#refresh();
  }

  undo(): void {
    void this.go('undo');
  }

  redo(): void {
    void this.go('redo');
  }

  /**
   * Goes back, or forward again, so many steps; resolves when that is done. What has been read of the
   * log is done at once, and the rest as soon as it is read.
   */
  async go(side: HistorySide, steps = 1): Promise<void> {
    let left = steps - this.#goNow(side, steps);
    while (left > 0 && this.#document.has(side)) {
      await this.#past.prepare();
      const gone = this.#goNow(side, left);
      if (gone === 0) return;
      left -= gone;
    }
  }

  /** Saves at once what is not saved yet. */
  flush(): Promise<void> {
    return this.#autosave.flush();
  }

  /** In a conflict: gives up the work on screen for what the other tab saved. */
  useTheirs(): void {
    this.#desk.useTheirs();
  }

  /** In a conflict: saves the work on screen as a cadence of its own; gives its id. */
  keepBoth(): ReturnType<ConflictDesk['keepBoth']> {
    return this.#desk.keepBoth();
  }

  /** Saves what is not saved and lets go of everything. */
  async close(): Promise<void> {
    this.#stopWatching();
    this.#check.dispose();
    await this.#autosave.flush();
    await this.#desk.leave();
    this.#autosave.dispose();
  }

  /** As many steps as have been read; how many those were. */
  #goNow(side: HistorySide, most: number): number {
    let gone = 0;
    while (gone < most && this.#document.next(side) !== null) {
      if (!this.#document.step(side)) {
        this.#notify(LOST_STEPS);
        break;
      }
      gone += 1;
    }
    if (gone > 0) this.#changed();
    return gone;
  }

  #labelOf(side: HistorySide): string | null {
    return this.#document.next(side) ?? (this.#document.has(side) ? 'an earlier step' : null);
  }

  #take(theirs: Draft): void {
    this.#document.replace(theirs.file, theirs.history);
    this.#autosave.adopt(theirs);
    this.#refresh();
  }

  #changed(): void {
    this.#autosave.touch();
    this.#refresh();
  }

  #refresh(): void {
    void this.#past.prepare();
    this.#check.request(this.file);
    const edges = new Set(this.cadence.edges.map((edge) => edge.id));
    this.selection.set(
      [...this.selection.nodes].filter((id) => this.#nodes.has(id)),
      [...this.selection.edges].filter((id) => edges.has(id))
    );
  }
}
