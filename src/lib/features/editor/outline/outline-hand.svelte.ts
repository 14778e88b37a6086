import type { NodeId } from '$lib/domain';
import { wayOf } from '../commands/connect';
import type { Workspace } from '../desk/workspace.svelte';
import { mainWay, waysOf } from '../walk/flow-graph';
import { neighborOf } from '../walk/neighbor';
import { moveBack, moveOn } from './move-step';
import type { OutlineState } from './outline-state.svelte';
import type { OutlineRow, StepRow, WayRow } from './rows';

/** Where a menu about a row opens, on the screen. */
export type RowPoint = (key: string) => { readonly x: number; readonly y: number };

/** What can be done in the list. */
export class OutlineHand {
  readonly workspace: Workspace;
  readonly state: OutlineState;
  readonly #pointOf: RowPoint;
  readonly #focus: (key: string) => void;

  constructor(
    workspace: Workspace,
    state: OutlineState,
    pointOf: RowPoint,
    focus: (key: string) => void
  ) {
    this.workspace = workspace;
    this.state = state;
    this.#pointOf = pointOf;
    this.#focus = focus;
  }

  /** Puts the keys on a row and selects what it is about. */
  goTo(row: OutlineRow | undefined): void {
    if (!row) return;
    const { selection } = this.workspace.editor;
    this.state.goTo(row.key);
    if (row.type === 'step') selection.set([row.id]);
    else if (row.type === 'way' && row.edge !== null) selection.set([], [row.edge]);
    else if (row.type === 'way') selection.set([row.from]);
    else selection.clear();
    this.#focus(row.key);
  }

  move(by: number): void {
    const { rows, active } = this.state;
    const at = active ? this.state.indexOf(active.key) : 0;
    this.goTo(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]);
  }

  /** Unfolds a row, or goes to the first one under it. */
  open(): void {
    const { active } = this.state;
    if (!active || !this.state.hasChildren(active.key)) return;
    if (this.state.isOpen(active.key)) this.move(1);
    else this.state.unfold(active.key);
  }

  /** Folds a row, or goes to the one that it stands under. */
  close(): void {
    const { active, rows } = this.state;
    if (!active) return;
    if (this.state.hasChildren(active.key) && this.state.isOpen(active.key)) {
      this.state.fold(active.key);
    } else this.goTo(rows.find(({ key }) => key === active.parent));
  }

  toggle(row: OutlineRow): void {
    if (this.state.isOpen(row.key)) this.state.fold(row.key);
    else this.state.unfold(row.key);
  }

  /** The settings of a step; a way goes where it leads, or asks where to. */
  enter(row = this.state.active): void {
    if (row?.type === 'step') void this.workspace.openSettings();
    else if (row?.type === 'way' && row.to !== null) this.jump(row.to);
    else if (row?.type === 'way') this.connect(row);
    else if (row) this.toggle(row);
  }

  jump(id: NodeId): void {
    this.goTo(this.workspace.reading.outline.rows.find(({ key }) => key === id));
    this.workspace.announce(this.workspace.reading.wordsFor(id));
  }

  rename(row = this.state.active): void {
    if (row?.type === 'step') this.state.renaming = row.id;
  }

  /** Asks what to add: behind a step, or on a way. */
  add(row = this.state.active): void {
    const { adding, editor, reading } = this.workspace;
    const anchor = row ? this.#pointOf(row.key) : { x: 0, y: 0 };
    if (row?.type === 'way') {
      const { edge, from, port } = row;
      return adding.ask(
        edge === null ? { type: 'port', from, port } : { type: 'edge', edge },
        anchor
      );
    }
    const ways = row?.type === 'step' ? waysOf(reading.graph, row.id) : [];
    const main = row?.type === 'step' ? mainWay(reading.graph, row.id) : undefined;
    const way = ways.find(({ to }) => to === null) ?? main ?? ways[0];
    if (!way) return adding.ask({ type: 'free' }, anchor);
    const edge = wayOf(editor.cadence, way.from, way.port)?.id;
    adding.ask(
      edge === undefined
        ? { type: 'port', from: way.from, port: way.port }
        : { type: 'edge', edge },
      anchor
    );
  }

  connect(row = this.state.active): void {
    if (row?.type === 'way') this.workspace.connector.ask(row.from, row.port);
    else if (row?.type === 'step') this.workspace.connector.ask(row.id);
  }

  /** Deletes a step, or takes a connection away. */
  remove(row = this.state.active): void {
    if (row?.type === 'step') this.#removeStep(row);
    else if (row?.type === 'way') this.#removeWay(row);
  }

  shift(by: 1 | -1, row = this.state.active): void {
    const { editor, reading, announce } = this.#parts;
    if (row?.type !== 'step') return;
    const edit = (by === 1 ? moveOn : moveBack)(editor.file, reading.graph, row.id);
    const name = reading.nameOf(row.id);
    if (!edit) return announce(`${name} cannot be moved ${by === 1 ? 'down' : 'up'} from here.`);
    editor.do(edit, `Move ${name} ${by === 1 ? 'down' : 'up'}`);
    this.jump(row.id);
    announce(`Moved. ${reading.wordsFor(row.id)}`);
  }

  #removeStep({ id }: StepRow): void {
    const { editor, reading, announce } = this.#parts;
    const next = neighborOf(reading.graph, reading.outline.order, new Set([id]), id);
    if (!editor.do({ kind: 'removeNode', id }).ok) return;
    if (next === null) return announce('Deleted. The cadence is empty.');
    this.jump(next);
    announce(`Deleted. ${reading.wordsFor(next)}`);
  }

  #removeWay({ edge, from }: WayRow): void {
    const { editor, reading, announce } = this.#parts;
    if (edge === null || !editor.do({ kind: 'disconnect', id: edge }).ok) return;
    this.jump(from);
    announce(`Disconnected. ${reading.wordsFor(from)}`);
  }

  get #parts() {
    const { editor, reading } = this.workspace;
    return { editor, reading, announce: (words: string) => this.workspace.announce(words) };
  }
}
