import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hlcOf, msOf, type Cadence, type EventId, type LeadEvent } from '$lib/domain';
import type { Program } from '$lib/program';
import { OTHER_CADENCE, validCadence } from '$tests/support/arbitrary-cadence';
import { cadenceOf, call, entry, exit, sixSteps } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { at, type EventParts } from '$tests/support/history';
import { foldLead, type FoldInput } from './fold';
import type { Enrollment, OpenTask } from './lead-state';

const START = at('2026-01-05T09:00-05:00');
const MINUTE = 60_000;
/** Milliseconds that random cadences may take to be compiled and folded. */
const SLOW = 60_000;
const data = {
  email: 'a@example.org',
  phone: '1',
  name: 'Ada',
  renewal: '2026-02-02',
  region: 'north'
};
const lead = { id: '01jd00000000000000000000zz', fields: { ...data, score: 5, vip: true } };

const other = programOf({
  ...cadenceOf([entry(), call('call'), exit('done')], ['start > call', 'call > done']),
  id: OTHER_CADENCE
});

/** What somebody does next with what they see; `pick` chooses among what is open. */
interface Act {
  readonly device: number;
  readonly what: 'do' | 'skip' | 'signal' | 'set' | 'pause' | 'resume' | 'out' | 'undo' | 'sync';
  readonly pick: number;
  /** Minutes after the act before. */
  readonly after: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  device: fc.nat(1),
  what: fc.oneof(
    { weight: 16, arbitrary: fc.constant('do' as const) },
    { weight: 3, arbitrary: fc.constant('sync' as const) },
    {
      weight: 5,
      arbitrary: fc.constantFrom('skip', 'signal', 'set', 'pause', 'resume', 'out', 'undo' as const)
    }
  ),
  pick: fc.nat(9999),
  after: fc.oneof(fc.nat(60), fc.nat(3000))
});

function compile(cadence: Cadence): Program | null {
  try {
    return programOf(cadence);
  } catch {
    return null;
  }
}

interface Story {
  readonly program: Program;
  readonly acts: readonly Act[];
}

const stories: fc.Arbitrary<Story> = fc
  .oneof(fc.constant(sixSteps()), validCadence())
  .map(compile)
  .filter((program) => program !== null)
  .chain((program) =>
    fc.array(act, { minLength: 5, maxLength: 30 }).map((acts) => ({ program, acts }))
  );

/** One device: what it has written and received, and nothing else. */
class Device {
  readonly known: LeadEvent[] = [];
  readonly author: string;

  constructor(name: string) {
    this.author = `${name}.aaaaaaaaaa`;
  }

  write(when: number, counter: number, parts: EventParts): void {
    const t = hlcOf(when, counter);
    const built = new Set(this.known.flatMap(({ parents }) => parents));
    const heads = this.known.map(({ id }) => id).filter((id) => !built.has(id));
    const event = { ...parts, id: `${this.author}.${t}`, t, author: this.author, engine: 1 };
    this.known.push({ ...event, parents: heads });
  }

  receive(events: readonly LeadEvent[]): void {
    const have = new Set<EventId>(this.known.map(({ id }) => id));
    this.known.push(...events.filter(({ id }) => !have.has(id)));
  }
}

function inputOf(program: Program, events: readonly LeadEvent[]): FoldInput {
  const programs = new Map([program, other].map((each) => [each.version, each]));
  return { lead, events, programs };
}

/** Two people work on one lead, each by what their device knows, and exchange it now and then. */
function live({ program, acts }: Story, devices: number) {
  const [one, two] = [new Device('rita'), new Device('sam')] as const;
  const { cadence, version } = program;
  one.write(START, 0, { kind: 'enrolled', enrollment: `${cadence}~1`, cadence, version });
  two.receive(one.known);
  let now = START;
  acts.forEach((each, index) => {
    now += each.after * MINUTE;
    const device = each.device < devices ? [one, two][each.device] : one;
    if (!device) return;
    if (each.what === 'sync') {
      two.receive(one.known);
      one.receive(two.known);
      return;
    }
    const state = foldLead(inputOf(program, device.known), now);
    const parts = partsOf(each, state.enrollments, program, device);
    if (parts) device.write(now, index + 1, parts);
  });
  two.receive(one.known);
  one.receive(two.known);
  return { events: one.known, now };
}

function partsOf(
  { what, pick }: Act,
  enrollments: readonly Enrollment[],
  program: Program,
  device: Device
): EventParts | null {
  const going = enrollments.filter(({ status }) => status === 'running' || status === 'paused');
  const run = going[pick % Math.max(going.length, 1)];
  if (!run) return null;
  const enrollment = run.key;
  const task = run.tasks[pick % Math.max(run.tasks.length, 1)];
  const mine = device.known.filter(
    ({ author, kind }) => author === device.author && kind !== 'enrolled'
  );
  const last = mine[mine.length - 1];
  switch (what) {
    case 'do':
      return task ? outcome(run, task, pick) : null;
    case 'skip':
      if (!task || task.channel === 'approval') return null;
      return { kind: 'skipped', enrollment, step: task.step, reason: 'No time' };
    case 'signal': {
      const signal = program.signals[pick % Math.max(program.signals.length, 1)];
      return signal ? { kind: 'signal', signal } : null;
    }
    case 'set':
      return { kind: 'set', field: 'score', value: pick % 10 };
    case 'pause':
      return run.paused ? null : { kind: 'paused', enrollment, reason: 'Holiday' };
    case 'resume': {
      const stops = device.known.filter(({ kind }) => kind === 'paused' || kind === 'exited');
      return { kind: 'resumed', enrollment, stops: stops.map(({ id }) => id) };
    }
    case 'out':
      return { kind: 'exited', enrollment, result: 'duplicate' };
    case 'undo':
      return last ? { kind: 'corrected', ref: last.id } : null;
    default:
      return null;
  }
}

function outcome(run: Enrollment, task: OpenTask, pick: number): EventParts {
  const step = { enrollment: run.key, step: task.step };
  if (task.channel === 'approval')
    return pick % 3 === 0
      ? { kind: 'refused', ...step, reason: 'Too dear' }
      : { kind: 'approved', ...step };
  const disposition = task.dispositions[pick % Math.max(task.dispositions.length, 1)];
  return {
    ...{ kind: 'completed', ...step, checklist: task.checklist.map(({ id }) => id) },
    fields: Object.fromEntries([...task.missing, ...task.requiredFields].map((id) => [id, 'x'])),
    ...(disposition === undefined ? {} : { disposition })
  };
}

describe('two devices', () => {
  it(
    'ENG-77 whoever does alone what is open is never refused anything',
    () => {
      fc.assert(
        fc.property(stories, (story) => {
          const acts = story.acts.filter(({ what }) => what !== 'undo' && what !== 'out');
          const { events, now } = live({ ...story, acts }, 1);
          const { notices } = foldLead(inputOf(story.program, events), now);
          // Cadences that do not take the lead are another matter.
          const atTheDoor = ['notEligible', 'reEntry', 'excluded'];
          const refused = notices.filter(({ refusal }) => !atTheDoor.includes(refusal?.code ?? ''));
          expect(refused).toEqual([]);
        }),
        { seed: 7701, numRuns: 120 }
      );
    },
    SLOW
  );

  it(
    'ENG-11 come to the same state, in whatever order they hear of each other',
    () => {
      const shuffled = stories.chain((story) =>
        fc.infiniteStream(fc.nat(9999)).map((order) => ({ story, order }))
      );
      fc.assert(
        fc.property(shuffled, ({ story, order }) => {
          const { events, now } = live(story, 2);
          const rank = new Map(events.map(({ id }) => [id, order.next().value]));
          const arrived = [...events].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
          const later = now + 60 * 24 * 60 * MINUTE;
          const whole = foldLead(inputOf(story.program, events), later);
          expect(foldLead(inputOf(story.program, arrived), later)).toEqual(whole);
        }),
        { seed: 1177, numRuns: 120 }
      );
    },
    SLOW
  );

  it(
    'ENG-13 nothing anybody did is lost: it counts, or it is told why not',
    () => {
      fc.assert(
        fc.property(stories, (story) => {
          const { events, now } = live(story, 2);
          const { enrollments, notices } = foldLead(inputOf(story.program, events), now);
          const undone = new Set(
            events.flatMap((event) => (event.kind === 'corrected' ? [event.ref] : []))
          );
          const told = new Set(notices.map(({ event }) => event));
          for (const event of events) {
            if (event.kind !== 'completed' || undone.has(event.id) || told.has(event.id)) continue;
            const run = enrollments.find(({ key }) => key === event.enrollment);
            const entry = { at: msOf(event.t), type: 'completed', step: event.step };
            expect(run?.trace).toContainEqual(expect.objectContaining(entry));
          }
          expect(events.length).toBeGreaterThan(0);
        }),
        { seed: 1301, numRuns: 120 }
      );
    },
    SLOW
  );
});
