import type { CadenceControl, EnrollmentKey, EventId, LeadEvent, Scalar, Slug } from '$lib/domain';
import { OP } from '$lib/program';
import { channelIndex } from '../channels';
import { hashText } from '../hash';
import { LeadRuns } from '../lead-runs';
import type { LeadRun } from '../lead-runs/lead-run';
import { programSource } from '../lead-runs/program-source';
import { taskAt } from '../tables';
import { TOUCH } from '../touch-log';
import type { MergedEvent, MergedHistory } from '../merge';
import { isReadable } from '../merge/order';
import { noticeOf, type Notice, type NoticeCode } from '../notice';
import type { FoldInput } from './fold-input';
import { RunRecord } from './run-record';
import { parseStep } from './steps';

/** A fold under way: the lead's runs, what is kept beside them, and what was odd. */
export class LeadFold {
  readonly input: FoldInput;
  readonly history: MergedHistory;
  readonly runs: LeadRuns;
  readonly records = new Map<EnrollmentKey, RunRecord>();
  readonly notices: Notice[] = [];
  /** Events that were not allowed: they stop nothing and win over nothing. */
  readonly refused = new Set<EventId>();
  readonly #suspending = new Set<EventId>();
  readonly #setBy = new Map<Slug, LeadEvent>();
  /** The event being applied; null while timers fire. */
  #current: LeadEvent | null = null;
  #last: LeadEvent | null = null;
  /** Instant up to which time has passed. */
  #now = 0;

  constructor(input: FoldInput, history: MergedHistory) {
    this.input = input;
    this.history = history;
    this.runs = new LeadRuns({
      leadKey: input.invented?.leadKey ?? hashText(input.lead.id),
      fields: input.lead.fields,
      source: programSource(input.programs, input.publications),
      checksData: !input.invented,
      sinkFor: (run) => this.#listen(run),
      pinned: (key) => history.enrolled.get(key)?.version ?? null,
      refused: (enrollment, cause, refusal) => {
        // A signal that many cadences listen to is no wish of anybody's; an opt-out says all there is to say.
        if (cause === 'signal' || refusal.code === 'optedOut' || !this.#last) return;
        this.notices.push(noticeOf('refused', this.#last, { refusal, enrollment }));
      }
    });
  }

  #listen(run: LeadRun): ReturnType<RunRecord['sink']> {
    let record = this.records.get(run.key);
    if (!record) this.records.set(run.key, (record = new RunRecord(run)));
    // Whatever it looks at itself: a touch of it may turn out not to have arrived.
    run.state.keepsLog = true;
    return record.sink(() => this.#current, this.#now);
  }

  /** Lets time pass up to and including `at`. */
  runTo(at: number): void {
    this.#current = null;
    this.runs.runTo(at);
    this.#now = at;
  }

  control(control: CadenceControl): void {
    this.runTo(control.at);
    this.runs.control(control);
  }

  /** Applies one event; `handle` knows its kind. */
  apply(merged: MergedEvent, handle: (fold: LeadFold, merged: MergedEvent) => void): void {
    this.runTo(merged.at);
    this.#current = merged.event;
    this.#last = merged.event;
    if (isReadable(merged.event)) handle(this, merged);
    else this.#freeze(merged.event);
    this.#current = null;
  }

  record(event: LeadEvent & { readonly enrollment: EnrollmentKey }): RunRecord | null {
    const record = this.records.get(event.enrollment) ?? null;
    if (!record) this.note('unknownEnrollment', event);
    else record.recorded = true;
    return record;
  }

  /** The same, of a run that may still do something; an event for any other is noted. */
  runningRecord(event: LeadEvent & { readonly enrollment: EnrollmentKey }): RunRecord | null {
    const record = this.record(event);
    if (!record || record.run.frozen) return null;
    if (record.run.running) return record;
    this.note('afterEnd', event, { other: record.endedBy?.id ?? null });
    return null;
  }

  /** Nobody new while an opt-out stands that will be taken back. */
  optOutUntilResumed(event: EventId): void {
    this.#suspending.add(event);
    this.runs.closeToNew();
  }

  optIn(events: readonly EventId[]): void {
    const before = this.#suspending.size;
    for (const event of events) this.#suspending.delete(event);
    if (before > 0 && this.#suspending.size === 0) this.runs.openToNew();
  }

  note(
    code: NoticeCode,
    event: LeadEvent,
    rest: Partial<Pick<Notice, 'other' | 'refusal' | 'settled'>> = {}
  ): void {
    if (code === 'refused' || code === 'notOpen' || code === 'offPath') this.refused.add(event.id);
    this.notices.push(noticeOf(code, event, rest));
  }

  /** Notes fields that others set to something else without knowing; the later value counts. */
  noteFields(event: LeadEvent, fields: Readonly<Record<Slug, Scalar>> | undefined): void {
    if (!fields) return;
    for (const field of Object.keys(fields)) {
      const before = this.#setBy.get(field);
      this.#setBy.set(field, event);
      if (!before || this.runs.fields[field] === fields[field]) continue;
      if (this.history.ancestry.concurrent(before, event))
        this.notices.push(noticeOf('fieldConflict', before, { other: event.id }));
    }
  }

  /** A touch of somebody who did not know that the run was over: it happened, and moves nothing. */
  addActivity(record: RunRecord, event: LeadEvent, at: number): void {
    if (event.kind !== 'completed') return;
    const { run } = record;
    const { program } = run;
    const place = parseStep(program, event.step);
    const disposition = program.dispositions.find(({ id }) => id === event.disposition);
    if (disposition?.optOut) this.runs.optOut(at);
    if (!place || program.op[place.pc] !== OP.task || disposition?.missed) return;
    if (record.settledBy.has(event.step) || record.activeAt.has(event.step)) return;
    record.activeAt.add(event.step);
    const task = taskAt(program, place.pc);
    record.activity.set(task.channel, 1 + (record.activity.get(task.channel) ?? 0));
    const followUp = run.touches.some(({ outcome }) => outcome === TOUCH.completed);
    const channel = channelIndex(task.channel);
    const answered = disposition?.answered ?? false;
    const outcome = TOUCH.completed;
    this.runs.addTouch(run, { at, channel, outcome, followUp, answered, ...place });
  }

  /** An event this engine cannot read stops the enrollment it speaks of, or all of them. Never guess. */
  #freeze(event: LeadEvent): void {
    const key = 'enrollment' in event ? (event.enrollment ?? null) : null;
    this.note('newerApp', event);
    for (const run of this.runs.runs) if (key === null || run.key === key) run.frozen = true;
  }
}
