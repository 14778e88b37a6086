import type { EnrollmentKey, StepKey } from '$lib/domain';
import {
  NO_DISPOSITION,
  STATUS,
  traceSink,
  type Input,
  type RunState,
  type Sink,
  type TraceEntry
} from '$lib/engine';
import { present } from '$lib/util';
import type { Arrival, FollowedRun, Follower, Visit, Work } from '../lead/follower';
import { History, type EventParts } from './history';
import type { LogEntry } from './lead-log';
import { nameOf, placeOf, wordsOf } from './words';

/** Writes down what happens to the lead it follows. */
export class LeadWriter implements Follower {
  readonly entries: LogEntry[] = [];
  readonly traces: Record<EnrollmentKey, TraceEntry[]> = {};
  readonly #history = new History();
  arrival: Arrival | null = null;
  /** When its run in the simulated cadence ended; null: it has not. */
  ended: number | null = null;
  /** Nothing more happens to it. */
  isOver = false;
  #now = 0;

  get events(): readonly History['events'][number][] {
    return this.#history.events;
  }

  arrives(arrival: Arrival): void {
    this.arrival = arrival;
  }

  leaves({ status, endedAt }: RunState): void {
    this.isOver = true;
    this.ended = status === STATUS.ended ? endedAt : null;
  }

  begins(run: FollowedRun, at: number): Sink {
    this.#now = at;
    const { key, program } = run;
    // Whatever comes later begins by itself, for its own reasons.
    if (this.events.length === 0) {
      const { cadence, version } = program;
      this.#history.write(at, { kind: 'enrolled', enrollment: key, cadence, version });
    }
    const trace: TraceEntry[] = (this.traces[key] ??= []);
    const push = (entry: TraceEntry): void => {
      trace.push(entry);
      const place = placeOf(entry);
      const name = nameOf(program, place.node);
      const words = wordsOf(program, entry);
      // A task may be told of before it opens: the log is in the order of what happened.
      this.entries.push({
        at: this.#now,
        enrollment: key,
        kind: entry.type,
        ...place,
        name,
        words
      });
    };
    return traceSink(program, { push }, at);
  }

  input(run: FollowedRun, input: Input, work: Work | null): void {
    this.#now = input.at;
    if (work) this.#begun(run, input, work);
    const parts = partsOf(run, input, work);
    if (parts) this.#history.write(input.at, parts);
  }

  signal(signal: string, at: number, from: Visit | null): void {
    this.#now = at;
    const step = from && stepOf(from.run, from.pc, from.visit);
    const enrollment = from?.run.key ?? this.entries[0]?.enrollment ?? '';
    const node = from?.run.program.nodes[from.pc] ?? null;
    const name = from ? nameOf(from.run.program, node) : '';
    const words = `Signal “${signal}”`;
    this.entries.push({ at, enrollment, kind: 'signal', step, node, name, words });
    this.#history.write(
      at,
      from && step ? { kind: 'signal', signal, enrollment, step } : { kind: 'signal', signal }
    );
  }

  /** When work began is known when it is done: the entry goes where it belongs. */
  #begun(run: FollowedRun, input: Input, { begins, effort }: Work): void {
    const token = 'token' in input ? run.state.tokens[input.token] : undefined;
    if (!token) return;
    const { pc, visit } = token;
    const node = run.program.nodes[pc] ?? null;
    let place = this.entries.length;
    while (place > 0 && (this.entries[place - 1]?.at ?? 0) > begins) place--;
    this.entries.splice(place, 0, {
      at: begins,
      enrollment: run.key,
      kind: 'begun',
      step: stepOf(run, pc, visit),
      node,
      name: nameOf(run.program, node),
      words: `Begun: ${Math.round(effort / 60_000)} min of work`
    });
  }
}

function stepOf({ program }: FollowedRun, pc: number, visit: number): StepKey {
  return `${present(program.nodes[pc], 'node of an instruction')}#${visit}`;
}

/** What somebody would write down of an input; null: nothing, time alone has passed. */
function partsOf(run: FollowedRun, input: Input, work: Work | null): EventParts | null {
  const { key: enrollment, program, state } = run;
  const step = (token: number): StepKey => {
    const { pc, visit } = present(state.tokens[token], 'token of an input');
    return stepOf(run, pc, visit);
  };
  switch (input.type) {
    case 'complete': {
      const { disposition, checklist = [] } = input;
      const said = disposition === NO_DISPOSITION ? undefined : program.dispositions[disposition];
      return {
        kind: 'completed',
        enrollment,
        step: step(input.token),
        ...(said && { disposition: said.id }),
        ...(checklist.length > 0 && { checklist }),
        ...(work && { effort: work.effort })
      };
    }
    case 'approve':
      return { kind: 'approved', enrollment, step: step(input.token) };
    case 'refuse':
      return { kind: 'refused', enrollment, step: step(input.token), reason: 'Refused' };
    case 'move': {
      const to = present(program.nodes[input.to], 'node of a move');
      const { checklist = [] } = input;
      return { kind: 'moved', enrollment, to, ...(checklist.length > 0 && { checklist }) };
    }
    default:
      return null;
  }
}
