/** Plays one run of a cadence by hand: names instead of rows, a clock that goes on, and the trace as lines. */
import type { Cadence, NodeId, Scalar, Slug } from '$lib/domain';
import type { Program, VariantSpec } from '$lib/program';
import { present } from '$lib/util';
import { programOf } from '$tests/support/files';
import { at } from '$tests/support/history';
import { advance } from '../advance';
import { createState } from '../create-state';
import type { Input } from '../input';
import type { Refusal } from '../refusal';
import { refusalOf } from '../refusals';
import { variantOf } from '../shares';
import type { Sink } from '../sink';
import type { RunState, Token } from '../state';
import { nextTimer } from '../timers';
import { printTrace, traceSink, type TraceEntry } from '../trace';

type Parts<T extends Input['type']> = Partial<Omit<Extract<Input, { type: T }>, 'type' | 'at'>>;

/** Monday, 5 January 2026, 10:00 in New York. */
export const MONDAY_10 = at('2026-01-05T10:00-05:00');

export class Play {
  readonly program: Program;
  readonly state: RunState;
  readonly trace: TraceEntry[] = [];
  now = MONDAY_10;
  readonly #sink: Sink;

  constructor(cadence: Cadence, change: (program: Program) => Program = (same) => same) {
    this.program = change(programOf(cadence));
    this.state = createState(this.program);
    this.state.keepsLog = true;
    this.#sink = traceSink(this.program, this.trace);
  }

  send(input: Input): this {
    this.now = input.at;
    advance(this.program, this.state, input, this.#sink);
    return this;
  }

  start(when: number | string = this.now): this {
    return this.send({ type: 'start', at: instant(when) });
  }

  /** Fires every timer up to and including an instant. */
  until(when: number | string): this {
    const to = instant(when);
    while (nextTimer(this.state) <= to) this.send({ type: 'timer', at: nextTimer(this.state) });
    this.now = to;
    return this;
  }

  /** Completes the open task of a step now. */
  complete(node: NodeId, disposition: Slug | null = null, parts: Parts<'complete'> = {}): this {
    return this.send(this.completion(node, disposition, parts));
  }

  completion(node: NodeId, disposition: Slug | null, parts: Parts<'complete'> = {}): Input {
    const index = this.disposition(disposition);
    return { type: 'complete', at: this.now, token: this.row(node), disposition: index, ...parts };
  }

  /** An input for the open task of a step. */
  task(type: 'skip' | 'approve' | 'refuse', node: NodeId): this {
    return this.send({ type, at: this.now, token: this.row(node) });
  }

  signal(signal: Slug): this {
    return this.send({ type: 'signal', at: this.now, signal });
  }

  set(fields: Readonly<Record<string, Scalar>>): this {
    this.state.fields = { ...this.state.fields, ...fields };
    return this.send({ type: 'facts', at: this.now });
  }

  move(to: NodeId, checklist: readonly string[] = []): this {
    return this.send({ type: 'move', at: this.now, to: this.pc(to), checklist });
  }

  refusal(input: Input): Refusal | null {
    return refusalOf(this.program, this.state, input);
  }

  pc(node: NodeId): number {
    return this.program.nodes.indexOf(node);
  }

  disposition(id: Slug | null): number {
    return id === null ? -1 : this.program.dispositions.findIndex((each) => each.id === id);
  }

  /** Row of the token that stands at a step. */
  row(node: NodeId): number {
    const pc = this.pc(node);
    return this.state.tokens.findIndex((token) => token.alive && token.pc === pc);
  }

  token(node: NodeId): Token {
    return present(this.state.tokens[this.row(node)], `token at ${node}`);
  }

  variant(node: NodeId): VariantSpec | null {
    return variantOf(this.program, this.state, this.pc(node));
  }

  /** Where tokens stand, sorted. */
  get places(): readonly NodeId[] {
    return this.state.tokens
      .filter(({ alive }) => alive)
      .map(({ pc }) => this.program.nodes[pc] ?? '')
      .sort();
  }

  /** The exit or handoff it ended at; null: none. */
  get end(): NodeId | null {
    return this.program.nodes[this.state.endPc] ?? null;
  }

  /** Everything told of some kinds, without instants: `cancelled mail#1`. */
  told(...types: TraceEntry['type'][]): readonly string[] {
    const entries = this.trace.filter(({ type }) => types.length === 0 || types.includes(type));
    return printTrace(entries, () => '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.trim().replaceAll(/ {2,}/g, ' '));
  }
}

function instant(when: number | string): number {
  return typeof when === 'number' ? when : at(`${when}-05:00`);
}

/** Instant on New York's winter clock: `newYork('2026-01-06T09:00')`. */
export function newYork(local: string): number {
  return at(`${local}-05:00`);
}
