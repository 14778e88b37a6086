import type { EnrollmentKey, LeadEvent, StepKey } from '$lib/domain';
import type { Program } from '$lib/program';
import type { Reason } from '../explanation';
import type { Enrollment } from '../lead-state';
import type { RunState, Token } from '../state';
import { stepKey } from '../step-keys';
import { sentenceOf } from './phrases';
import { sayInstant } from './times';

/** One run as it stands at `now`, and what is known of how it came there. */
export interface RunContext {
  readonly key: EnrollmentKey;
  readonly program: Program;
  readonly state: RunState;
  readonly now: number;
  /** The same run as its lead's state shows it. */
  readonly view: Enrollment;
  /** Events of the lead up to now. */
  readonly events: readonly LeadEvent[];
}

/** A reason before it is a sentence of its own. */
export interface Link {
  readonly type: Reason['type'];
  readonly at: number | null;
  /** Part of a sentence, without capital and full stop. */
  readonly clause: string;
}

export function reasonOf({ type, at, clause }: Link): Reason {
  return { type, at, sentence: sentenceOf(clause) };
}

export function say({ program }: RunContext, at: number): string {
  return sayInstant(program.calendar, at);
}

export function stepOf({ program }: RunContext, { pc, visit }: Token): StepKey {
  return stepKey(program, pc, visit);
}

/** When the run goes on if it is paused: as told, or null while nobody knows. */
export function pausedUntil({ state }: RunContext): number | null {
  return state.pausedUntil < Infinity ? state.pausedUntil : null;
}

/** The lead's own events of one step, in order of time. */
export function eventsOfStep(context: RunContext, step: StepKey): readonly LeadEvent[] {
  return context.events.filter(
    (event) => 'step' in event && event.step === step && event.enrollment === context.key
  );
}
