import { tick } from 'svelte';
import type { CadenceEdge, EdgeId, NodeId, Position } from '$lib/domain';
import type { StageHand } from '../canvas/stage-hand';
import type { EditorState } from '../editor-state.svelte';
import { waysOf } from './flow-graph';
import { middlesOf } from './middles';
import type { Reading } from './reading.svelte';
import { removalOf } from './removal';
import { Footprints } from './trail';
import { walk, type Heading } from './walk';
import { choicesOf, edgeWords } from './words';

/** What coming to a step does to the selection: it alone, it too, or nothing. */
export type Grip = 'only' | 'too' | 'none';

export interface WalkerParts {
  readonly editor: EditorState;
  readonly hand: StageHand;
  readonly reading: Reading;
  readonly announce: (words: string) => void;
}

const SIDES: Readonly<Record<Heading, string>> = {
  on: 'Nothing follows',
  back: 'Nothing leads to',
  before: 'Nothing lies before',
  after: 'Nothing lies beside'
};

/** Goes through the drawing step by step, along its connections: where the keys are. */
export class Walker {
  readonly #parts: WalkerParts;
  #at: NodeId | null = $state(null);
  #edge: EdgeId | null = $state(null);
  #isWalking = $state(false);
  readonly #trail = new Footprints();

  constructor(parts: WalkerParts) {
    this.#parts = parts;
  }

  /** The step that has, or last had, the focus; one that is there. */
  get at(): NodeId | null {
    const { editor } = this.#parts;
    return this.#at !== null && editor.node(this.#at) ? this.#at : null;
  }

  /** The connection with the focus; null while a step has it. */
  get edge(): CadenceEdge | null {
    const { cadence } = this.#parts.editor;
    return cadence.edges.find(({ id }) => id === this.#edge) ?? null;
  }

  /** Somebody goes by keys, and may want to see where they can lead. */
  get isWalking(): boolean {
    return this.#isWalking;
  }

  /** The ways on from here, where there are several; numbered by their place. */
  get choices(): ReturnType<typeof choicesOf> {
    const { at } = this;
    return at === null || this.edge ? [] : choicesOf(this.#parts.reading.graph, at);
  }

  /** Where the focus goes that comes to the drawing: what is selected, where it was, the entry. */
  get home(): NodeId | null {
    const { editor, reading } = this.#parts;
    return (
      editor.selection.only ??
      this.at ??
      reading.outline.order[0] ??
      editor.cadence.nodes[0]?.id ??
      null
    );
  }

  /** The focus came here without a key. */
  noticed(id: NodeId): void {
    this.#at = id;
    this.#edge = null;
  }

  noticedEdge(id: EdgeId): void {
    this.#edge = id;
  }

  stopWalking(): void {
    this.#isWalking = false;
  }

  go(heading: Heading, grip: Grip): void {
    const { edge } = this;
    if (edge) return this.#goFromEdge(edge, heading);
    const from = this.at;
    if (from === null) return this.goHome();
    const { editor, reading, announce } = this.#parts;
    const direction = editor.file.layout.direction ?? 'down';
    const { graph, rank } = reading;
    const ground = { graph, rank, direction, middles: middlesOf(editor.file) };
    const next = walk(ground, this.#trail, from, heading);
    if (!next) return announce(`${SIDES[heading]} ${reading.nameOf(from)}.`);
    if (next.edge !== null) this.#remember(next.edge);
    this.arrive(next.to, grip);
  }

  /** By one of the numbered ways. */
  choose(number: number): void {
    const way = this.choices[number - 1];
    if (!way) return;
    if (way.edge !== null) this.#remember(way.edge);
    this.arrive(way.to, 'only');
  }

  goHome(): void {
    const { home } = this;
    if (home !== null) this.arrive(home, 'only');
  }

  /** To the first or last step of the list, or some steps on or back in it. */
  goTo(place: 'first' | 'last' | number): void {
    const { order } = this.#parts.reading.outline;
    const here = this.at === null ? -1 : order.indexOf(this.at);
    const index =
      place === 'first'
        ? 0
        : place === 'last'
          ? order.length - 1
          : Math.min(Math.max(here + place, 0), order.length - 1);
    const id = order[index];
    if (id !== undefined) this.arrive(id, 'only');
  }

  /** Comes to a step: focus, view and words; and selection, as gripped. */
  arrive(id: NodeId, grip: Grip): void {
    const { editor, reading, announce } = this.#parts;
    this.#at = id;
    this.#edge = null;
    this.#isWalking = true;
    if (grip === 'only') editor.selection.set([id]);
    else if (grip === 'too') editor.selection.set([...editor.selection.nodes, id]);
    const many = editor.selection.nodes.size;
    announce(`${reading.wordsFor(id)}${grip === 'too' ? `. ${many} steps selected` : ''}`);
    void this.focus(id);
  }

  /** Puts the focus on a step of the drawing, and the step into view; a step far off is drawn first. */
  async focus(id: NodeId): Promise<void> {
    const { hand } = this.#parts;
    this.#at = id;
    await tick();
    const isDrawn = hand.focusStep(id);
    await hand.reveal([id]);
    if (isDrawn) return;
    await tick();
    hand.focusStep(id);
  }

  /** On to the next connection of this step, the ones out of it first. */
  turnToEdge(by: 1 | -1): void {
    const { reading, announce } = this.#parts;
    const at = this.at;
    if (at === null) return;
    const out = waysOf(reading.graph, at).flatMap(({ edge }) => edge ?? []);
    const into = (reading.graph.into.get(at) ?? []).map(({ id }) => id);
    const edges = [...out, ...into];
    if (edges.length === 0) return announce(`${reading.nameOf(at)} is not connected.`);
    const here = this.#edge === null ? -1 : edges.indexOf(this.#edge);
    const from = here === -1 && by === -1 ? 0 : here;
    this.#takeEdge(edges[(from + by + edges.length) % edges.length]);
  }

  /** From a connection back to the step that one came to it from. */
  leaveEdge(): boolean {
    const { edge } = this;
    if (!edge) return false;
    this.arrive(this.at ?? edge.from, 'only');
    return true;
  }

  toggleSelected(): void {
    const { editor, reading, announce } = this.#parts;
    const at = this.at;
    if (at === null) return;
    const nodes = new Set(editor.selection.nodes);
    const isSelected = nodes.delete(at);
    if (!isSelected) nodes.add(at);
    editor.selection.set(nodes);
    announce(`${reading.nameOf(at)} ${isSelected ? 'no longer selected' : 'selected'}.`);
  }

  /** Deletes what is selected and goes to what is nearest to it. */
  remove(): void {
    const { editor, reading, announce } = this.#parts;
    const removal = removalOf(editor, reading, this.at);
    if (!removal || !editor.do(removal.edit).ok) return;
    this.#edge = null;
    if (removal.next === null) return announce('Deleted. The cadence is empty.');
    this.arrive(removal.next, 'only');
    announce(`Deleted. ${reading.wordsFor(removal.next)}`);
  }

  /** Moves what is selected, or the step with the focus. */
  nudge(x: number, y: number): void {
    const { editor } = this.#parts;
    const { selection, file } = editor;
    const ids = selection.nodes.size > 0 ? selection.nodes : [this.at].filter((id) => id !== null);
    const positions: Record<NodeId, Position> = {};
    for (const id of ids) {
      const place = file.layout.positions[id] ?? { x: 0, y: 0 };
      positions[id] = { x: place.x + x, y: place.y + y };
    }
    editor.do({ kind: 'moveNodes', positions });
  }

  #goFromEdge(edge: CadenceEdge, heading: Heading): void {
    if (heading === 'on' || heading === 'back') {
      this.#remember(edge.id);
      this.arrive(heading === 'on' ? edge.to : edge.from, 'only');
    } else this.turnToEdge(heading === 'after' ? 1 : -1);
  }

  #takeEdge(id: EdgeId | undefined): void {
    const { editor, hand, reading, announce } = this.#parts;
    const edge = editor.cadence.edges.find((candidate) => candidate.id === id);
    if (!edge) return;
    this.#edge = edge.id;
    this.#isWalking = true;
    editor.selection.set([], [edge.id]);
    announce(edgeWords(reading.graph, edge));
    void tick().then(() => hand.focusEdge(edge.id));
  }

  #remember(id: EdgeId): void {
    const edge = this.#parts.editor.cadence.edges.find((candidate) => candidate.id === id);
    if (edge) this.#trail.walked(edge);
  }
}
