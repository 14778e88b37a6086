import {
  msOf,
  type EnrolledEvent,
  type EnrollmentKey,
  type Instant,
  type Lead,
  type LeadEvent,
  type Scalar,
  type VersionId
} from '$lib/domain';
import { ENGINE_MAJOR, type Program } from '$lib/program';
import { EnrollmentRun } from './enrollment-run';
import type { LeadState } from './lead-state';
import { merge } from './merge';
import type { Notice, NoticeCode } from './notice';

export interface FoldInput {
  /** The lead as it was before its first event. */
  readonly lead: Lead;
  /** In any order; the same event may come several times. */
  readonly events: readonly LeadEvent[];
  /** The programs that enrollments are pinned to; each carries its calendar. */
  readonly programs: ReadonlyMap<VersionId, Program>;
}

/**
 * State of a lead and all its enrollments at `now`: a pure function of its arguments. Timers are
 * virtual: they fire at their computed instants between the events. Never throws on events, however odd.
 */
export function foldLead({ lead, events, programs }: FoldInput, now: Instant): LeadState {
  const fold = new LeadFold(lead, programs);
  for (const event of merge(events)) {
    const at = msOf(event.t);
    if (at > now) break;
    fold.apply(event, at);
  }
  return fold.finish(now);
}

/** The fold under way: a lead's fields, its runs, and what was odd. */
class LeadFold {
  readonly #lead: Lead;
  readonly #programs: ReadonlyMap<VersionId, Program>;
  readonly #runs = new Map<EnrollmentKey, EnrollmentRun>();
  readonly #notices: Notice[] = [];
  #fields: Readonly<Record<string, Scalar>>;
  #optedOut = false;

  constructor(lead: Lead, programs: ReadonlyMap<VersionId, Program>) {
    this.#lead = lead;
    this.#programs = programs;
    this.#fields = lead.fields;
  }

  apply(event: LeadEvent, at: Instant): void {
    for (const run of this.#runs.values()) run.runTo(at);
    if (event.engine > ENGINE_MAJOR) return this.#freeze(event);
    switch (event.kind) {
      case 'enrolled':
        return this.#enroll(event, at);
      case 'completed':
      case 'skipped':
        return this.#settle(event, at);
      case 'signal':
        return this.#signal(event, at);
      case 'set':
        return this.#set({ [event.field]: event.value });
      case 'exited': {
        const run = this.#run(event, event.enrollment);
        if (!run) return;
        if (!run.running) return this.#note('afterEnd', event, event.enrollment);
        return run.stop(event.result, event.reason ?? null, at);
      }
      case 'optedOut':
        this.#optedOut = true;
        for (const run of this.#runs.values()) if (run.running) run.stop('optedOut', null, at);
        return;
      case 'acknowledged':
        return;
      default:
        return this.#freeze(event);
    }
  }

  finish(now: Instant): LeadState {
    const runs = [...this.#runs.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, run] of runs) run.runTo(now);
    return {
      lead: { id: this.#lead.id, fields: this.#fields },
      optedOut: this.#optedOut,
      enrollments: runs.map(([, run]) => run.view()),
      notices: this.#notices
    };
  }

  #enroll(event: EnrolledEvent, at: Instant): void {
    const key = event.enrollment;
    if (this.#runs.has(key)) return this.#note('enrolledTwice', event, key);
    const program = this.#programs.get(event.version);
    if (!program) return this.#note('unknownVersion', event, key);
    const run = new EnrollmentRun(event, program, this.#lead.id);
    this.#runs.set(key, run);
    this.#set(event.fields ?? {});
    run.setFields(this.#fields);
    if (this.#optedOut) run.stop('optedOut', null, at);
    else if (!run.start(at)) {
      this.#runs.delete(key);
      this.#note('notOpen', event, key);
    }
  }

  #settle(event: Extract<LeadEvent, { kind: 'completed' | 'skipped' }>, at: Instant): void {
    const run = this.#run(event, event.enrollment);
    if (!run) return;
    const disposition = event.kind === 'completed' ? (event.disposition ?? null) : null;
    if (run.completions.has(event.step)) {
      const same = event.kind === 'completed' && run.completions.get(event.step) === disposition;
      return this.#note(same ? 'duplicate' : 'conflict', event, event.enrollment);
    }
    if (!run.running) return this.#note('afterEnd', event, event.enrollment);
    if (run.openStep !== event.step) return this.#note('notOpen', event, event.enrollment);
    if (event.kind === 'skipped') return run.skip(at);
    // A call back waits for its day; this engine would not.
    if (event.until !== undefined) return this.#freeze(event);
    this.#set(event.fields ?? {});
    run.complete(disposition, at);
  }

  #signal(event: Extract<LeadEvent, { kind: 'signal' }>, at: Instant): void {
    this.#set(event.fields ?? {});
    if (event.enrollment === undefined) {
      for (const run of this.#runs.values()) if (run.running) run.signal(event.signal, at);
      return;
    }
    const run = this.#run(event, event.enrollment);
    if (run?.running) run.signal(event.signal, at);
  }

  #set(fields: Readonly<Record<string, Scalar>>): void {
    this.#fields = { ...this.#fields, ...fields };
    for (const run of this.#runs.values()) run.setFields(this.#fields);
  }

  #run(event: LeadEvent, key: EnrollmentKey): EnrollmentRun | null {
    const run = this.#runs.get(key) ?? null;
    if (!run) this.#note('unknownEnrollment', event, key);
    return run;
  }

  /** An event this app cannot read stops the enrollment it speaks of, or all of them. Never guess. */
  #freeze(event: LeadEvent): void {
    const key = 'enrollment' in event ? (event.enrollment ?? null) : null;
    this.#note('newerApp', event, key);
    for (const [other, run] of this.#runs) if (key === null || other === key) run.frozen = true;
  }

  #note(code: NoticeCode, event: LeadEvent, enrollment: EnrollmentKey | null): void {
    this.#notices.push({ code, event: event.id, enrollment });
  }
}
