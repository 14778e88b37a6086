import type { NodeId } from '$lib/domain';
import { connectEdit, connectLabel, legalTargets, wayOf } from '../commands/connect';
import type { EditorState } from '../editor-state.svelte';
import { waysOf, wayWords, type Way } from './flow-graph';
import type { Reading } from './reading.svelte';

export interface ConnectorParts {
  readonly editor: EditorState;
  readonly reading: Reading;
  readonly announce: (words: string) => void;
  /** Gives the focus back to a step. */
  readonly focus: (id: NodeId) => void;
}

/** Something that a way can be led to. */
export interface Target {
  readonly id: NodeId;
  readonly name: string;
  /** What there is to know of it: that the way leads there now, that it makes a loop. */
  readonly line: string;
}

/** Connects steps without a pointer: first which way, then where to. */
export class Connector {
  readonly #parts: ConnectorParts;
  #from: NodeId | null = $state(null);
  #port: string | null = $state(null);
  #aimed: NodeId | null = $state(null);

  constructor(parts: ConnectorParts) {
    this.#parts = parts;
  }

  /** The step that is being connected; null while none is. */
  get from(): NodeId | null {
    return this.#from;
  }

  /** Its way; null while that is being chosen. */
  get port(): string | null {
    return this.#port;
  }

  /** The step that the way would be led to now. */
  get aimed(): NodeId | null {
    return this.#aimed;
  }

  set aimed(id: NodeId | null) {
    this.#aimed = id;
  }

  /** Asks where a way is to lead; which way, too, when there are several and none is given. */
  ask(from: NodeId, port?: string): void {
    const { reading, announce } = this.#parts;
    const ways = waysOf(reading.graph, from);
    if (ways.length === 0) {
      announce(`${reading.nameOf(from)} has no way out.`);
      return;
    }
    this.#from = from;
    this.#aimed = null;
    this.#port = port ?? (ways.length === 1 ? (ways[0]?.port ?? null) : null);
  }

  choose(port: string): void {
    this.#port = port;
  }

  /** Back to choosing the way, or out of it altogether when there is but one. */
  back(): void {
    this.#aimed = null;
    if (this.#port !== null && this.ways.length > 1) this.#port = null;
    else this.stop();
  }

  get ways(): readonly Way[] {
    return this.#from === null ? [] : waysOf(this.#parts.reading.graph, this.#from);
  }

  /** What the chosen way is called; empty where there is only one. */
  get wayName(): string {
    const way = this.ways.find(({ port }) => port === this.#port);
    return way && this.ways.length > 1 ? wayWords(this.#parts.reading.graph, way) : '';
  }

  /** Where the way may lead: first what nothing leads to yet, then what follows, then what went before. */
  get targets(): readonly Target[] {
    if (this.#from === null || this.#port === null) return [];
    const { editor, reading } = this.#parts;
    const own = reading.rank.get(this.#from) ?? 0;
    const now = wayOf(editor.cadence, this.#from, this.#port)?.to;
    const sorted = legalTargets(editor.cadence, this.#from, this.#port).map((id) => {
      const rank = reading.rank.get(id) ?? 0;
      const isLoose = !reading.graph.into.has(id);
      const number = `step ${rank + 1}`;
      const line =
        id === now
          ? `${number}, leads here now`
          : isLoose
            ? 'nothing leads here yet'
            : rank < own
              ? `${number}, leads back`
              : number;
      return { id, name: reading.nameOf(id), line, place: isLoose ? 0 : rank < own ? 2 : 1, rank };
    });
    return sorted.sort((a, b) => a.place - b.place || a.rank - b.rank);
  }

  connect(to: NodeId): void {
    if (this.#from === null || this.#port === null) return;
    const { editor, reading, announce } = this.#parts;
    const { cadence } = editor;
    const edit = connectEdit(cadence, this.#from, this.#port, to);
    const done = edit && editor.do(edit, connectLabel(cadence, this.#from, to));
    if (done?.ok === false) announce(done.error.message);
    else announce(`${this.#who()} leads to ${reading.nameOf(to)} now.`);
    this.stop();
  }

  /** Takes the connection of the way away. */
  release(): void {
    if (this.#from === null || this.#port === null) return;
    const { editor, announce } = this.#parts;
    const edge = wayOf(editor.cadence, this.#from, this.#port);
    if (edge) editor.do({ kind: 'disconnect', id: edge.id });
    announce(`${this.#who()} leads nowhere now.`);
    this.stop();
  }

  stop(): void {
    const from = this.#from;
    this.#from = null;
    this.#port = null;
    this.#aimed = null;
    if (from !== null) this.#parts.focus(from);
  }

  #who(): string {
    const name = this.#parts.reading.nameOf(this.#from);
    return this.wayName === '' ? name : `${name}, ${this.wayName},`;
  }
}
