import { addDelay } from '$lib/calendar';
import type { Model } from '../model/model';
import type { StaffModel } from '../model/staff-model';
import { slotOf } from '../columnar/calendar-table';
import type { Drawn } from '../columnar/draws';
import type { Flow, Operation } from '../columnar/flow';
import type { Jumps } from '../columnar/jumps';
import type { Tables } from '../columnar/tables';
import { stretchesOf } from './stretches';

const MINUTE = 60_000;

/**
 * The shortest time from the instant at which somebody begins a task of a lead to the one at which its
 * next task asks for people; Infinity: no lead has two of them.
 */
export function leastGap(model: Model, staff: StaffModel, flow: Flow, tables: Tables): number {
  const stretches = stretchesOf(flow);
  const timeOf = (all: readonly Operation[]): number =>
    all.reduce((sum, each) => sum + leastOf(each, model, tables), 0);
  const before = stretches.map((each) => timeOf(each.before));
  let least = Infinity;
  stretches.forEach(({ after, asks }, index) => {
    if (asks < 0) return;
    const from = leastWork(model, staff, asks) + timeOf(after);
    const nearest = flow.groups.map(() => Infinity);
    const open = (flow.groups[index]?.ways ?? []).map(({ to }) => ({ to, at: from }));
    for (let next = open.pop(); next; next = open.pop()) {
      const { to } = next;
      if (next.at >= (nearest[to] ?? 0)) continue;
      nearest[to] = next.at;
      const at = next.at + (before[to] ?? 0);
      if ((stretches[to]?.asks ?? -1) >= 0) least = Math.min(least, at);
      else for (const way of flow.groups[to]?.ways ?? []) open.push({ to: way.to, at });
    }
  });
  return least;
}

/** Nobody is at work on the task for less. */
function leastWork({ steps }: Model, { demands, groups, asks }: StaffModel, pc: number): number {
  const effort = steps[pc]?.effort;
  if (!effort) return 0;
  const demand = demands[asks[0]?.[pc] ?? -1];
  const drawn = leastDrawn({ table: effort, pre: 1, scale: MINUTE });
  const factors = (demand?.groups ?? []).map((row) => groups[row]?.effort ?? 1);
  return Math.floor(drawn * Math.min(1, ...factors));
}

/** No lead passes an operation in less time. */
function leastOf(operation: Operation, { program }: Model, tables: Tables): number {
  switch (operation.type) {
    case 'fixed':
    case 'open':
      return operation.by;
    case 'exact':
      return operation.least;
    case 'drawn':
    case 'openDrawn':
      return operation.by + leastDrawn(operation.drawn);
    case 'days':
      return leastJump(operation.jumps, operation.table, program.calendar, tables);
    case 'daysDrawn':
      return (
        leastJump(operation.jumps, operation.table, program.calendar, tables) +
        leastDrawn(operation.drawn)
      );
    default:
      return 0;
  }
}

function leastDrawn({ table: { knots, tail }, pre, scale }: Drawn): number {
  return Math.max(0, Math.floor(Math.min(knots[0] ?? 0, tail(0)) * pre * scale));
}

/** Delays of business days are all of the cadence's calendar. */
function leastJump(
  { by, days }: Jumps,
  table: Extract<Operation, { type: 'days' }>['table'],
  calendar: Model['program']['calendar'],
  { limit }: Tables
): number {
  const delay = { amount: days, unit: 'businessDays' } as const;
  const { opens, closes, slots } = table;
  let least = Infinity;
  for (let slot = Math.min(slots - 1, slotOf(table, limit)); slot >= 0; slot--) {
    const from = opens[slot] as number;
    const last = (closes[slot] as number) - 1;
    const jump = by[slot] as number;
    // Instants of a slot that rest in several stretches end no earlier than its first one.
    if (jump === jump) least = Math.min(least, jump);
    else if (last >= from) least = Math.min(least, addDelay(calendar, from, delay) - last);
  }
  return Math.max(0, least);
}
