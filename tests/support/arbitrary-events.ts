/** Random histories of one lead: likely events, and hostile ones, of every kind. */
import fc, { type Arbitrary } from 'fast-check';
import {
  CHANNELS,
  EVENT_KINDS,
  EXIT_RESULTS,
  hlcOf,
  SENTIMENTS,
  type Cadence,
  type EventId,
  type Instant,
  type LeadEvent,
  type LeadEventKind,
  type VersionId
} from '$lib/domain';
import { compact, FIELDS, rarely, SIGNALS } from './arbitrary-world';
import type { EventParts } from './history';

const AUTHORS = ['rita.k3j9x2m4ab', 'sam.0000000001', 'mail.server'] as const;
const GONE = '01jd00000000000000000000zz';
const MINUTE = 60_000;

/** What the events speak of. */
export interface EventWorld {
  readonly cadence: Cadence;
  readonly version: VersionId;
  /** Other cadences that events may name. */
  readonly others?: readonly Cadence['id'][];
  /** Instant of the first event. */
  readonly from: Instant;
}

type PartsOf = Readonly<Record<LeadEventKind, Arbitrary<EventParts>>>;

/** Contents of an event of each kind; `earlier` is replaced by the id of an earlier event. */
function partsOf({ cadence, version, others = [] }: EventWorld): PartsOf {
  const key = fc.oneof(
    { weight: 12, arbitrary: fc.constant(`${cadence.id}~1`) },
    { weight: 2, arbitrary: fc.constant(`${cadence.id}~2`) },
    { weight: 1, arbitrary: fc.constantFrom(`${GONE}~1`, ...others.map((id) => `${id}~1`)) }
  );
  const nodes = cadence.nodes.map(({ id }) => id);
  const actions = cadence.nodes.flatMap(({ id, kind }) => (kind === 'action' ? [id] : []));
  const node = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...(actions.length > 0 ? actions : nodes)) },
    { weight: 1, arbitrary: fc.constantFrom('gone', ...nodes) }
  );
  const step = fc
    .tuple(
      node,
      fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(3) })
    )
    .map(([id, n]) => `${id}#${n + (n === 0 ? 1 : 0)}`);
  const disposition = fc.constantFrom('gone', ...cadence.dispositions.map(({ id }) => id));
  const fields = fc.dictionary(
    fc.constantFrom(...FIELDS.map(({ id }) => id)),
    fc.constantFrom('north', '2026-02-03', 'America/New_York', 3, true, null),
    { maxKeys: 2, noNullPrototype: true }
  );
  const ticks = fc.subarray(['papers', 'known', 'gone']);
  const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 5, 1) });
  const targets = fc.constantFrom('gone', ...nodes);
  const outOf = fc.constantFrom(...EXIT_RESULTS);
  const earlier = fc.constant('earlier');
  const kind = <K extends LeadEventKind>(name: K, parts: Record<string, Arbitrary<unknown>>) =>
    fc.record({ kind: fc.constant(name), ...parts }).map(compact) as Arbitrary<never>;
  const ofStep = { enrollment: key, step };
  return {
    enrolled: kind('enrolled', {
      enrollment: key,
      cadence: fc.constantFrom(cadence.id, cadence.id, cadence.id, ...others),
      version: fc.constantFrom(version, version, version, 'f'.repeat(64)),
      fields: rarely(fields),
      startAt: rarely(targets, 8)
    }),
    completed: kind('completed', {
      ...ofStep,
      disposition: rarely(disposition, 2),
      sentiment: rarely(fc.constantFrom(...SENTIMENTS)),
      fields: rarely(fields, 3),
      checklist: rarely(ticks, 3),
      until: rarely(instant)
    }),
    skipped: kind('skipped', { ...ofStep, reason: fc.constant('No time') }),
    snoozed: kind('snoozed', { ...ofStep, until: instant }),
    reassigned: kind('reassigned', { ...ofStep, assignee: fc.constantFrom('sam', 'rita') }),
    signal: kind('signal', {
      signal: fc.constantFrom('unheard', 'sent', ...SIGNALS),
      enrollment: rarely(key, 2),
      step: rarely(step, 2),
      fields: rarely(fields)
    }),
    set: kind('set', {
      field: fc.constantFrom('gone', ...FIELDS.map(({ id }) => id)),
      value: fc.constantFrom('north', 'x@example.org', '2026-02-03', 5, false, null)
    }),
    approved: kind('approved', ofStep),
    refused: kind('refused', { ...ofStep, reason: fc.constant('Too dear') }),
    moved: kind('moved', {
      enrollment: key,
      to: targets,
      move: rarely(fc.constantFrom('m0', 'm1', 'gone'), 2),
      checklist: rarely(ticks, 3)
    }),
    paused: kind('paused', {
      enrollment: key,
      reason: fc.constant('Holiday'),
      until: rarely(instant, 2)
    }),
    resumed: kind('resumed', { enrollment: key, stops: fc.array(earlier, { maxLength: 2 }) }),
    exited: kind('exited', { enrollment: key, result: outOf }),
    migrated: kind('migrated', {
      enrollment: key,
      version: fc.constantFrom(version, 'e'.repeat(64)),
      map: fc.dictionary(fc.constantFrom(...nodes), fc.constantFrom('exit', ...nodes), {
        maxKeys: 2,
        noNullPrototype: true
      })
    }),
    corrected: kind('corrected', { ref: earlier, by: rarely(earlier, 2) }),
    resolved: kind('resolved', { ...ofStep, chosen: earlier }),
    optedOut: kind('optedOut', {
      channels: rarely(fc.subarray([...CHANNELS], { minLength: 1 }), 2)
    }),
    acknowledged: kind('acknowledged', { notice: fc.constantFrom('conflict', 'gone') })
  };
}

/** How often each kind comes, against the others. */
const WEIGHTS: Readonly<Partial<Record<LeadEventKind, number>>> = {
  completed: 24,
  skipped: 4,
  signal: 5,
  set: 3,
  approved: 3,
  refused: 2
};

interface Draw {
  readonly parts: EventParts;
  readonly author: number;
  /** Minutes after the one before. */
  readonly after: number;
  readonly seen: readonly number[];
  readonly odd: number;
}

/**
 * A lead's events, from several authors, in the order of their clocks: the first enrolls it, most of the
 * others could be meant. Some name what is not there, come from a newer engine, or bear the id of another.
 */
export function eventsFor(world: EventWorld, most = 20): Arbitrary<readonly LeadEvent[]> {
  const byKind = partsOf(world);
  const draw: Arbitrary<Draw> = fc.record({
    parts: fc.oneof(
      ...EVENT_KINDS.map((name) => ({ weight: WEIGHTS[name] ?? 1, arbitrary: byKind[name] }))
    ),
    author: fc.nat(AUTHORS.length - 1),
    after: fc.oneof(fc.nat(2), fc.nat(600), fc.nat(6000)),
    seen: fc.array(fc.nat(3), { minLength: 1, maxLength: 2 }),
    odd: fc.nat(199)
  });
  const { cadence, version } = world;
  const first: EventParts = {
    kind: 'enrolled',
    enrollment: `${cadence.id}~1`,
    cadence: cadence.id,
    version
  };
  return fc
    .array(draw, { maxLength: most })
    .map((draws) => written([{ ...START, parts: first }, ...draws], world.from));
}

const START = { author: 0, after: 0, seen: [], odd: 1 };

function written(draws: readonly Draw[], from: Instant): readonly LeadEvent[] {
  const events: LeadEvent[] = [];
  let at = from;
  draws.forEach(({ parts, author, after, seen, odd }, index) => {
    at += after * MINUTE;
    const ids = events.map(({ id }) => id);
    const name = AUTHORS[author] ?? AUTHORS[0];
    const t = hlcOf(at, index);
    const back = (i: number): EventId | undefined => ids[Math.max(0, ids.length - 1 - i)];
    const event = {
      engine: odd === 0 ? 99 : 1,
      ...withEarlier(parts, back(odd % 5) ?? `${name}.${t}`),
      id: `${name}.${t}`,
      t,
      author: name,
      parents: [...new Set(seen.flatMap((i) => back(i) ?? []))]
    } as LeadEvent;
    events.push(event);
    if (odd === 2) events.push({ ...event, note: 'Another event under the same id' });
  });
  return events;
}

/** The parts with the id of an earlier event wherever they ask for one. */
function withEarlier(parts: EventParts, id: EventId): EventParts {
  const filled = Object.entries(parts).map(([key, value]) => [
    key,
    value === 'earlier'
      ? id
      : Array.isArray(value)
        ? value.map((v) => (v === 'earlier' ? id : (v as unknown)))
        : (value as unknown)
  ]);
  return Object.fromEntries(filled) as EventParts;
}
