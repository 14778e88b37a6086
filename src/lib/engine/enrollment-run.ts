import {
  CHANNELS,
  type Channel,
  type EnrolledEvent,
  type ExitResult,
  type Scalar
} from '$lib/domain';
import type { Program } from '$lib/program';
import { present } from '$lib/util';
import { advance, nextTimer } from './advance';
import { hashText } from './hash';
import type { Enrollment, EndOfRun } from './lead-state';
import { PHASE, STATUS, createState, type RunState } from './state';
import { traceSink, type TraceEntry } from './trace';
import type { Sink } from './sink';

/** One enrollment while its lead's events are being folded. */
export class EnrollmentRun {
  readonly #enrolled: EnrolledEvent;
  readonly #program: Program;
  readonly #state: RunState;
  readonly #trace: TraceEntry[] = [];
  readonly #sink: Sink;
  /** Completed steps and the disposition that counted. */
  readonly completions = new Map<string, string | null>();
  frozen = false;
  #stopped: { result: ExitResult; reason: string | null } | null = null;

  constructor(enrolled: EnrolledEvent, program: Program, leadId: string) {
    this.#enrolled = enrolled;
    this.#program = program;
    this.#state = createState(program);
    this.#state.leadKey = hashText(leadId);
    this.#sink = traceSink(program, this.#trace);
  }

  get running(): boolean {
    return this.#state.status === STATUS.running && !this.frozen;
  }

  /** Key of the step whose task is open; null when none is. */
  get openStep(): string | null {
    return this.running && this.#state.phase === PHASE.task ? this.#stepKey() : null;
  }

  /** Begins at the entry, or at the step that the enrollment names; false when there is no such step. */
  start(at: number): boolean {
    const { startAt } = this.#enrolled;
    const pc = startAt === undefined ? this.#program.start : this.#program.nodes.indexOf(startAt);
    if (pc < 0) return false;
    advance(this.#program, this.#state, { type: 'start', at, pc }, this.#sink);
    return true;
  }

  /** Fires every timer up to and including `at`, each at its own instant. */
  runTo(at: number): void {
    while (this.running && nextTimer(this.#state) <= at)
      advance(this.#program, this.#state, { type: 'timer', at: this.#state.until }, this.#sink);
  }

  setFields(fields: Readonly<Record<string, Scalar>>): void {
    this.#state.fields = fields;
  }

  complete(disposition: string | null, at: number): void {
    const index = this.#program.dispositions.findIndex(({ id }) => id === disposition);
    this.completions.set(this.#stepKey(), disposition);
    advance(this.#program, this.#state, { type: 'complete', at, disposition: index }, this.#sink);
  }

  skip(at: number): void {
    advance(this.#program, this.#state, { type: 'skip', at }, this.#sink);
  }

  signal(signal: string, at: number): void {
    advance(this.#program, this.#state, { type: 'signal', at, signal }, this.#sink);
  }

  stop(result: ExitResult, reason: string | null, at: number): void {
    this.#stopped = { result, reason };
    advance(this.#program, this.#state, { type: 'stop', at }, this.#sink);
  }

  #stepKey(): string {
    const { pc, visits } = this.#state;
    return `${present(this.#program.nodes[pc], 'node')}#${visits[pc] ?? 1}`;
  }

  view(): Enrollment {
    const { enrollment: key, cadence, version } = this.#enrolled;
    const state = this.#state;
    return {
      key,
      cadence,
      version,
      status: this.frozen ? 'frozen' : this.#statusName(),
      enrolledAt: state.startedAt,
      stage: state.stagePc < 0 ? null : (this.#program.nodes[state.stagePc] ?? null),
      positions: this.#positions(),
      tasks: this.#tasks(),
      timers:
        !this.frozen && nextTimer(state) < Infinity
          ? [{ step: this.#stepKey(), at: state.until }]
          : [],
      touches: state.touches,
      completed: this.#completed(),
      end: this.#end(),
      trace: this.#trace
    };
  }

  #statusName(): 'running' | 'ended' | 'runaway' {
    if (this.#state.status === STATUS.runaway) return 'runaway';
    return this.#state.status === STATUS.ended ? 'ended' : 'running';
  }

  #positions(): Enrollment['positions'] {
    const { phase, pc, since } = this.#state;
    if (phase === PHASE.none) return [];
    const waitsFor = phase === PHASE.task ? 'task' : phase === PHASE.wait ? 'time' : 'openingHours';
    return [{ step: this.#stepKey(), node: this.#program.nodes[pc] ?? '', since, waitsFor }];
  }

  #tasks(): Enrollment['tasks'] {
    const { phase, pc, until, due } = this.#state;
    if (phase !== PHASE.task || this.frozen) return [];
    const spec = present(this.#program.tasks[this.#program.arg[pc] ?? 0], 'task');
    return [
      {
        step: this.#stepKey(),
        node: this.#program.nodes[pc] ?? '',
        channel: spec.channel,
        automatic: spec.automatic,
        role: spec.role,
        opens: until,
        due,
        dispositions: spec.dispositions.map((index) => this.#program.dispositions[index]?.id ?? '')
      }
    ];
  }

  #completed(): Enrollment['completed'] {
    const counts: Partial<Record<Channel, number>> = {};
    CHANNELS.forEach((channel, index) => {
      const count = this.#state.completed[index] ?? 0;
      if (count > 0) counts[channel] = count;
    });
    return counts;
  }

  #end(): EndOfRun | null {
    const { status, endedAt, exitPc } = this.#state;
    if (status !== STATUS.ended) return null;
    if (exitPc < 0) return this.#stopped && { at: endedAt, node: null, ...this.#stopped };
    const spec = present(this.#program.exits[this.#program.arg[exitPc] ?? 0], 'exit');
    const node = this.#program.nodes[exitPc] ?? null;
    return { at: endedAt, node, result: spec.result, reason: spec.reason };
  }
}
