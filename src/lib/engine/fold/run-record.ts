import type { Channel, EventId, ExitResult, LeadEvent, StepKey } from '$lib/domain';
import type { LeadRun } from '../lead-runs/lead-run';
import type { EndCause } from '../lead-state';
import type { Sink } from '../sink';
import { traceSink, type TraceEntry } from '../trace';

/** Something that ended a run, or would have in the same instant. */
export interface EndNote {
  readonly cause: EndCause;
  readonly event: EventId | null;
  /** Of a stop; null: what the run itself came to. */
  readonly verdict: { readonly result: ExitResult; readonly reason: string | null } | null;
}

/** What a fold keeps of a run beside its state. */
export class RunRecord {
  readonly run: LeadRun;
  readonly trace: TraceEntry[] = [];
  /** The event that settled each step. */
  readonly settledBy = new Map<StepKey, LeadEvent>();
  readonly bounced = new Set<StepKey>();
  readonly assignees = new Map<StepKey, string>();
  /** Touches made by people who did not know that it was over. */
  readonly activity = new Map<Channel, number>();
  /** Steps of theirs: one that several did is one touch. */
  readonly activeAt = new Set<StepKey>();
  /** Causes that the run's own end does not tell of. */
  readonly ends: EndNote[] = [];
  /** Whether any event speaks of it. */
  recorded = false;
  /** The event that ended it; null: it ended by time, or not at all. */
  endedBy: LeadEvent | null = null;
  /** The event on which a handler of the cadence paused it last; null: there was none. */
  pausedBy: LeadEvent | null = null;

  constructor(run: LeadRun) {
    this.run = run;
  }

  /** Writes the trace, and notes which event made the run end. `current`: the one being applied, `since` its instant. */
  sink(current: () => LeadEvent | null, since: number): Sink {
    const { program } = this.run;
    const trace = traceSink(program, this.trace, since);
    const ended = (): void => {
      this.endedBy = current();
    };
    return {
      ...trace,
      handled: (handler, at) => {
        trace.handled(handler, at);
        this.#handled(handler, current());
      },
      exited: (pc, at) => {
        trace.exited(pc, at);
        ended();
      },
      ended: (at) => {
        trace.ended(at);
        ended();
      },
      stopped: (at) => {
        trace.stopped(at);
        ended();
      }
    };
  }

  /** An end by a handler on a reply or a bounce has that as a cause of its own. */
  #handled(index: number, event: LeadEvent | null): void {
    const { program } = this.run;
    const handler = program.handlers[index];
    if (handler?.effect.type === 'pause') this.pausedBy = event;
    if (handler?.effect.type !== 'exit' || handler.on.type !== 'signal') return;
    const signal = program.signals[handler.on.index];
    if (signal === 'reply' || signal === 'bounce')
      this.ends.push({ cause: signal, event: event?.id ?? null, verdict: null });
  }
}
