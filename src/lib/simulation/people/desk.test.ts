import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileCalendar,
  instantOf,
  type CompiledCalendar,
  type WorkCalendar
} from '$lib/calendar';
import type { QueueOrder } from '$lib/domain';
import type { GroupModel, StaffModel } from '../model/staff-model';
import { Desk, type Assignment, type DeskHost } from './desk';
import { KeyedHeap } from './keyed-heap';
import type { Asked } from './requests';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function compiled(week: WorkCalendar['week']): CompiledCalendar {
  const horizon = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };
  const calendar = compileCalendar({ tz: 'UTC', week }, horizon);
  if (!calendar.ok) throw new Error(calendar.error);
  return calendar.value;
}

const always = compiled(
  Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]])
  )
);
const office = compiled(
  Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [
      day,
      [
        ['09:00', '12:00'],
        ['13:00', '17:00']
      ]
    ])
  )
);
const monday = (time: string): number => instantOf(always, `2026-01-05T${time}`);

function group(rest: Partial<GroupModel> = {}): GroupModel {
  return {
    id: 'reps',
    name: 'Reps',
    role: 'rep',
    count: 1,
    hours: always,
    skills: new Set(),
    costPerHour: 0,
    effort: 1,
    switching: 0,
    goneFrom: Infinity,
    finishes: true,
    ...rest
  };
}

function staff(rest: Partial<StaffModel> = {}): StaffModel {
  const groups = rest.groups ?? [group()];
  return {
    groups,
    order: 'fifo',
    quotas: [],
    calendar: office,
    demands: [{ groups: groups.map((_, row) => row), quotas: [] }],
    asks: [],
    ...rest
  };
}

interface Begun extends Assignment {
  readonly lead: number;
}

/** Asks for tasks of their own times, and works them off; what began, in order. */
function work(model: StaffModel, tasks: readonly Partial<Asked>[]): readonly Begun[] {
  const desk = new Desk(model);
  const found: Begun[] = [];
  const leads = new Map<number, number>();
  const ends = new KeyedHeap();
  const host: DeskHost = {
    mayBegin: (_, at) => at,
    putOff: () => undefined,
    begun: (request, made) => {
      found.push({ ...made, lead: leads.get(request) ?? -1 });
      ends.set(request, made.ends);
    }
  };
  const coming = tasks
    .map((task, lead) => ({
      demand: 0,
      step: 1,
      lead,
      turn: 0,
      at: monday('09:00'),
      priority: 0,
      due: 0,
      effort: 10 * MINUTE,
      ...task
    }))
    .sort((a, b) => a.at - b.at);
  let now = -Infinity;
  for (;;) {
    const asks = coming[0]?.at ?? Infinity;
    const next = Math.min(asks, ends.least, desk.next(now));
    if (next === Infinity) return found;
    now = next;
    if (ends.least === now) desk.release(ends.pop());
    else if (asks === now) {
      const task = coming.shift();
      if (task) leads.set(desk.ask(task), task.lead);
    } else desk.assign(now, host);
  }
}

const order = (begun: readonly Begun[]): readonly number[] => begun.map(({ lead }) => lead);

describe('the desk', () => {
  it.each<[QueueOrder, readonly number[]]>([
    ['fifo', [0, 1, 2, 3]],
    ['priority', [0, 3, 1, 2]],
    ['dueFirst', [0, 2, 3, 1]]
  ])('SIM-46 %s: those that wait have their order', (queue, expected) => {
    const tasks: Partial<Asked>[] = [
      { at: monday('09:00'), effort: HOUR },
      { at: monday('09:01'), priority: 1, due: 9 },
      { at: monday('09:02'), priority: 1, due: 1 },
      { at: monday('09:03'), priority: 2, due: 5 }
    ];
    expect(order(work(staff({ order: queue }), tasks))).toEqual(expected);
  });

  it('SIM-46 of one instant the lead with the lower number goes first, then its runs and tokens', () => {
    const tasks: Partial<Asked>[] = [
      { lead: 7, turn: 1 },
      { lead: 7, turn: 0 },
      { lead: 2, turn: 5 }
    ];
    const begun = work(staff(), tasks);
    expect(order(begun)).toEqual([2, 7, 7]);
    expect(begun.map(({ at }) => at - monday('09:00'))).toEqual([0, 10 * MINUTE, 20 * MINUTE]);
  });

  it('SIM-46 nobody is interrupted for somebody more urgent', () => {
    const begun = work(staff({ order: 'priority' }), [
      { effort: HOUR },
      { at: monday('09:10'), priority: 9 }
    ]);
    expect(begun[1]?.at).toBe(monday('10:00'));
  });

  it('SIM-47 groups have their turn in order, and only with the skill', () => {
    const groups = [group({ id: 'a' }), group({ id: 'b', count: 2 })];
    const demands = [
      { groups: [0, 1], quotas: [] },
      { groups: [1], quotas: [] }
    ];
    const begun = work(staff({ groups, demands }), [
      { demand: 1 },
      { demand: 1 },
      { demand: 1 },
      { demand: 0 }
    ]);
    expect(begun.map((each) => [each.lead, each.group, each.at - monday('09:00')])).toEqual([
      [0, 1, 0],
      [1, 1, 0],
      [3, 0, 0],
      [2, 1, 10 * MINUTE]
    ]);
  });

  it('SIM-48 at lunch, at night and on the weekend nobody takes a task', () => {
    const at = (begun: readonly Begun[]) => begun[0]?.at;
    const people = staff({ groups: [group({ hours: office })] });
    expect(at(work(people, [{ at: monday('12:30') }]))).toBe(monday('13:00'));
    expect(at(work(people, [{ at: monday('17:00') }]))).toBe(instantOf(always, '2026-01-06T09:00'));
    expect(at(work(people, [{ at: instantOf(always, '2026-01-09T18:00') }]))).toBe(
      instantOf(always, '2026-01-12T09:00')
    );
  });

  it('SIM-49 a task is finished after hours, or gone on with when they are open again', () => {
    const tasks = [{ at: monday('16:50'), effort: 30 * MINUTE }];
    const [over] = work(staff({ groups: [group({ hours: office })] }), tasks);
    expect(over).toMatchObject({ ends: monday('17:20'), overtime: 20 * MINUTE });
    const [split] = work(staff({ groups: [group({ hours: office, finishes: false })] }), tasks);
    expect(split).toMatchObject({
      ends: instantOf(always, '2026-01-06T09:20'),
      effort: 30 * MINUTE,
      overtime: 0
    });
    const [exact] = work(staff({ groups: [group({ hours: office, finishes: false })] }), [
      { at: monday('16:50'), effort: 10 * MINUTE }
    ]);
    expect(exact?.ends).toBe(monday('17:00'));
  });

  it('SIM-47 SIM-50 turning to another step takes time, and whoever was at it last is asked first', () => {
    const groups = [group({ count: 2, switching: 5 * MINUTE })];
    const begun = work(staff({ groups }), [
      { step: 1, effort: 10 * MINUTE },
      { step: 2, effort: 10 * MINUTE },
      { at: monday('09:10'), step: 2 },
      { at: monday('09:10'), step: 1 },
      { at: monday('09:10'), step: 1 }
    ]);
    expect(begun.map(({ lead, switching }) => [lead, switching])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
      // Both are free at once: the one who was at this step.
      [4, 0]
    ]);
    const [, turned] = work(staff({ groups: [group({ switching: 5 * MINUTE })] }), [
      { step: 1 },
      { step: 2 }
    ]);
    expect(turned).toMatchObject({
      at: monday('09:10'),
      begins: monday('09:15'),
      ends: monday('09:25')
    });
  });

  it('SIM-51 effort is multiplied by the factor of whoever takes the task', () => {
    const groups = [group({ effort: 0.8 }), group({ effort: 1.5 })];
    const ends = work(staff({ groups }), [{}, {}]).map((each) => each.ends - each.at);
    expect(ends).toEqual([8 * MINUTE, 15 * MINUTE]);
  });

  it('SIM-52 a quota lets so many begin on a working day, the others when the next one opens', () => {
    const quotas = [{ id: 'calls', channel: 'call', role: null, perDay: 2 }];
    const model = staff({
      groups: [group({ count: 9, hours: office })],
      quotas,
      demands: [{ groups: [0], quotas: [0] }]
    });
    const friday = (time: string) => instantOf(always, `2026-01-09T${time}`);
    const begun = work(
      model,
      Array.from({ length: 5 }, () => ({ at: friday('10:00') }))
    );
    expect(begun.map(({ at }) => at)).toEqual([
      friday('10:00'),
      friday('10:00'),
      instantOf(always, '2026-01-12T09:00'),
      instantOf(always, '2026-01-12T09:00'),
      instantOf(always, '2026-01-13T09:00')
    ]);
    expect(order(begun)).toEqual([0, 1, 2, 3, 4]);
  });

  it('SIM-52 a quota alone needs nobody', () => {
    const quotas = [{ id: 'mail', channel: 'email', role: null, perDay: 1 }];
    const model = staff({ groups: [], quotas, demands: [{ groups: [], quotas: [0] }] });
    const begun = work(model, [{}, {}]);
    expect(begun.map(({ group: row, at }) => [row, at])).toEqual([
      [-1, monday('09:00')],
      [-1, instantOf(always, '2026-01-06T09:00')]
    ]);
  });

  it('SIM-46 SIM-47 agrees with people who look through one list', () => {
    const task = fc.record({
      at: fc.integer({ min: 0, max: 60 }).map((minute) => monday('09:00') + minute * MINUTE),
      effort: fc.integer({ min: 1, max: 40 }).map((minutes) => minutes * MINUTE),
      priority: fc.integer({ min: 0, max: 2 }),
      due: fc.integer({ min: 0, max: 3 }),
      step: fc.integer({ min: 1, max: 3 })
    });
    const queue = fc.constantFrom<QueueOrder>('fifo', 'priority', 'dueFirst');
    fc.assert(
      fc.property(
        fc.array(task, { maxLength: 40 }),
        queue,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 3 }),
        (tasks, orderOf, count, minutes) => {
          const switching = minutes * MINUTE;
          const model = staff({ order: orderOf, groups: [group({ count, switching })] });
          const found = work(model, tasks).map(({ lead, at, ends }) => [lead, at, ends]);
          expect(found).toEqual(slowly(tasks, orderOf, count, switching));
        }
      ),
      { seed: 46, numRuns: 200 }
    );
  });
});

/** The same by looking through everything at every minute. */
function slowly(
  tasks: readonly Pick<Asked, 'at' | 'effort' | 'priority' | 'due' | 'step'>[],
  orderOf: QueueOrder,
  count: number,
  switching: number
): readonly (readonly number[])[] {
  const people = Array.from({ length: count }, () => ({ until: 0, last: 0 }));
  const left = tasks.map((task, lead) => ({ ...task, lead }));
  const found: number[][] = [];
  for (let now = monday('09:00'); left.length > 0; now += MINUTE) {
    const rank = (task: (typeof left)[number]) =>
      orderOf === 'fifo' ? 0 : orderOf === 'priority' ? -task.priority : task.due;
    const here = left
      .filter(({ at }) => at <= now)
      .sort((a, b) => rank(a) - rank(b) || a.at - b.at || a.lead - b.lead);
    for (const task of here) {
      const free = people.filter(({ until }) => until <= now);
      const person = free.find(({ last }) => last === task.step) ?? free[0];
      if (!person) break;
      const turning = person.last === 0 || person.last === task.step ? 0 : switching;
      person.until = now + turning + task.effort;
      person.last = task.step;
      left.splice(left.indexOf(task), 1);
      found.push([task.lead, now, person.until]);
    }
  }
  return found;
}
