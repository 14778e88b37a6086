/** Histories as people make them: whoever writes sees the lead's state, and does what it offers. */
import {
  hlcOf,
  msOf,
  type Author,
  type EnrollmentKey,
  type Instant,
  type LeadEvent
} from '$lib/domain';
import {
  attemptLead,
  foldLead,
  type Attempt,
  type Enrollment,
  type FoldInput,
  type LeadState,
  type OpenTask
} from '$lib/engine';
import type { Choose } from './drive-run';
import type { EventParts } from './history';

const HOUR = 3_600_000;

/** One device of somebody who works on the lead; it has seen what it was told. */
interface Desk {
  readonly author: Author;
  events: readonly LeadEvent[];
}

export interface Play {
  readonly input: FoldInput;
  /** Begins with this event. */
  readonly first: EventParts;
  readonly from: Instant;
  readonly events: number;
  /** How many people; they tell each other what they did now and then. One alone corrects nothing. */
  readonly people: number;
}

/** A history that people made who did only what they saw they could do. */
export function playHistory(
  { input, first, from, events, people }: Play,
  choose: Choose
): readonly LeadEvent[] {
  const desks = Array.from({ length: people }, (_, i): Desk => ({
    author: `person${i}.replica${i}`,
    events: []
  }));
  const all: LeadEvent[] = [];
  let now = from;
  let counter = 0;
  const write = (desk: Desk, parts: EventParts): void => {
    const t = hlcOf(now, counter++);
    const parents = headsOf(desk.events);
    const base = { engine: 1, id: `${desk.author}.${t}`, t, author: desk.author, parents };
    const event = { ...parts, ...base } as LeadEvent;
    all.push(event);
    desk.events = [...desk.events, event];
  };
  const [start] = desks;
  if (start) write(start, first);
  for (const desk of desks) desk.events = [...all];
  for (let i = 0; i < events; i++) {
    const desk = desks[choose(desks.length)];
    if (!desk) break;
    if (choose(3) > 0) desk.events = [...all];
    const state = foldLead({ ...input, events: desk.events }, now);
    now = nextInstant(state, now, choose);
    const later = foldLead({ ...input, events: desk.events }, now);
    const parts =
      choose(12) === 0
        ? afterthought(desk, { ...input, events: desk.events }, later, now, people > 1, choose)
        : wish({ ...input, events: desk.events }, later, now, choose);
    if (parts) write(desk, parts);
  }
  return all;
}

/** Events that no other event names as a parent. */
function headsOf(events: readonly LeadEvent[]): readonly string[] {
  const named = new Set(events.flatMap(({ parents }) => parents));
  return events.map(({ id }) => id).filter((id) => !named.has(id));
}

/** Something about what was written before: a decision, a correction, an end to a pause. */
function afterthought(
  { author, events }: Desk,
  input: FoldInput,
  state: LeadState,
  now: Instant,
  corrects: boolean,
  choose: Choose
): EventParts | null {
  const own = events.filter((event) => event.author === author);
  switch (choose(5)) {
    case 0: {
      const conflict = state.notices.find(({ code }) => code === 'conflict');
      const chosen = events.find(({ id }) => id === conflict?.event);
      if (chosen?.kind !== 'completed') return null;
      const { enrollment, step } = chosen;
      return { kind: 'resolved', enrollment, step, chosen: chosen.id };
    }
    case 1: {
      if (!corrects) return null;
      const done = own.findLast(({ kind }) => kind === 'completed' || kind === 'skipped');
      return done ? { kind: 'corrected', ref: done.id } : null;
    }
    case 2: {
      const pause = events.findLast((event) => event.kind === 'paused');
      return pause?.kind === 'paused'
        ? { kind: 'resumed', enrollment: pause.enrollment, stops: [pause.id] }
        : null;
    }
    case 3: {
      const run = state.enrollments.find(({ status }) => status === 'running');
      if (!run || choose(2) === 0) return null;
      const parts = { enrollment: run.key, result: 'disqualified' } as const;
      return attemptLead(input, now, { type: 'exit', ...parts }).allowed
        ? { kind: 'exited', ...parts }
        : null;
    }
    default:
      return choose(4) === 0 ? { kind: 'optedOut' } : null;
  }
}

/** A while later: when a task opens or a timer fires, or before. */
function nextInstant({ enrollments }: LeadState, now: Instant, choose: Choose): Instant {
  const ahead = enrollments
    .flatMap(({ tasks, timers }) => [
      ...tasks.map(({ opens }) => opens),
      ...timers.map(({ at }) => at)
    ])
    .filter((at) => at >= now);
  const next = ahead[choose(ahead.length)];
  return next !== undefined && choose(5) > 0 ? next + choose(3) : now + choose(48) * HOUR;
}

function wish(input: FoldInput, state: LeadState, now: Instant, choose: Choose): EventParts | null {
  const running = state.enrollments.filter(({ status }) => status === 'running');
  const run = running[choose(running.length)];
  const kind = choose(20);
  if (kind === 0 && choose(3) === 0) return { kind: 'signal', signal: 'reply' };
  if (kind === 1)
    return { kind: 'set', field: 'region', value: choose(2) === 0 ? 'north' : 'south' };
  if (!run) return null;
  const { key } = run;
  if (kind === 3)
    return { kind: 'paused', enrollment: key, reason: 'Away', until: now + 30 * HOUR };
  if (kind === 4) return moved(input, run, now, choose);
  const open = run.tasks.filter(({ opens }) => opens <= now);
  const task = open[choose(open.length)];
  if (!task) return null;
  if (kind === 5)
    return { kind: 'snoozed', enrollment: key, step: task.step, until: now + 5 * HOUR };
  if (kind === 6) return { kind: 'reassigned', enrollment: key, step: task.step, assignee: 'sam' };
  return settled(input, key, task, kind === 7, now, choose);
}

function settled(
  input: FoldInput,
  enrollment: EnrollmentKey,
  task: OpenTask,
  skips: boolean,
  now: Instant,
  choose: Choose
): EventParts | null {
  const { step } = task;
  const allowed = (attempt: Attempt) => attemptLead(input, now, attempt).allowed;
  if (task.channel === 'approval') {
    if (choose(2) > 0) return { kind: 'refused', enrollment, step, reason: 'No' };
    return allowed({ type: 'approve', enrollment, step })
      ? { kind: 'approved', enrollment, step }
      : null;
  }
  if (skips) return { kind: 'skipped', enrollment, step, reason: 'Holiday' };
  const disposition = task.dispositions[choose(task.dispositions.length)];
  const needs = [...task.requiredFields, ...task.missing];
  const filled = {
    ...(disposition === undefined ? {} : { disposition }),
    ...(needs.length > 0 ? { fields: Object.fromEntries(needs.map((id) => [id, 'here'])) } : {}),
    checklist: [...task.checklist.map(({ id }) => id), 'known']
  };
  return allowed({ type: 'complete', enrollment, step, ...filled })
    ? { kind: 'completed', enrollment, step, ...filled }
    : null;
}

/** To an exit on offer. */
function moved(input: FoldInput, run: Enrollment, now: Instant, choose: Choose): EventParts | null {
  const offer = run.offers[choose(run.offers.length)];
  if (!offer) return null;
  const parts = { enrollment: run.key, to: offer.node, checklist: ['known'] };
  return attemptLead(input, now, { type: 'move', ...parts }).allowed
    ? { kind: 'moved', ...parts }
    : null;
}

/** The instant of the last event. */
export function endOf(events: readonly LeadEvent[]): Instant {
  return Math.max(0, ...events.map(({ t }) => msOf(t)));
}
