import { SERIES } from '../statistics/day-tally';
import type { CadenceTally } from '../statistics/cadence-tally';
import { addToSum } from '../statistics/sums';
import type { Block } from './block';
import type { Operation } from './flow';
import { countDays } from './kernels/choices';
import { allWithin, copyTime, countLate, countSpans, noteFirst } from './kernels/milestones';
import {
  passDays,
  passDaysDrawn,
  passDrawn,
  passExact,
  passFixed,
  passOpen,
  passOpenDrawn,
  passToOpen,
  passToOpenAndWork
} from './kernels/pass-time';
import type { Scratch } from './scratch';

/** The leads of one segment at one group. */
export interface Here {
  readonly list: Uint16Array;
  readonly count: number;
  readonly turns: Int32Array;
  readonly segment: number;
  /** Leads must not stand later. */
  readonly limit: number;
}

/** Does one operation for all leads of a list; false: some of them stand too late to go on here. */
export function operate(operation: Operation, here: Here, block: Block, scratch: Scratch): boolean {
  const { list, count, segment, limit } = here;
  const cell = scratch.cell(segment);
  switch (operation.type) {
    case 'screen':
      return allWithin(list, count, block, limit, null, 0);
    case 'opened':
      copyTime(list, count, block.time, block.opened);
      return true;
    case 'due':
      copyTime(list, count, block.time, block.due);
      copyTime(list, count, block.opened, block.time);
      return true;
    case 'begun':
      scratch.spans(SERIES.waiting, (days, last) =>
        countSpans(list, count, block.opened, block.time, days, last)
      );
      return true;
    case 'done':
      cell.late[operation.pc] = (cell.late[operation.pc] as number) + countLate(list, count, block);
      scratch.spans(SERIES.overdue, (days, last) =>
        countSpans(list, count, block.due, block.time, days, last)
      );
      return true;
    case 'touched':
      countDays(list, count, block, scratch.touches);
      return true;
    case 'first': {
      const from = scratch.firstResponse.count;
      noteFirst(list, count, block, operation.all, scratch.firstResponse);
      scratch.addAnswered(segment, from);
      return true;
    }
    default:
      add(cell, operation, pass(operation, here, block));
      return true;
  }
}

function add(cell: CadenceTally, { pc, counted }: Operation, milliseconds: number): void {
  if (counted === 'waited') addToSum(cell.waited, pc, milliseconds);
  if (counted === 'worked') addToSum(cell.worked, pc, milliseconds);
}

type Passing = Exclude<
  Operation,
  { readonly type: 'screen' | 'opened' | 'due' | 'begun' | 'done' | 'touched' | 'first' }
>;

/** Lets time pass; what it is counted for. */
function pass(operation: Passing, { list, count, turns, limit }: Here, block: Block): number {
  switch (operation.type) {
    case 'fixed':
      return passFixed(list, count, block, operation.by);
    case 'drawn':
      return passDrawn(list, count, block, turns, operation.by, operation.drawn);
    case 'open':
      return passOpen(list, count, block, operation.by, operation.table);
    case 'openDrawn': {
      const { by, drawn, table } = operation;
      return passOpenDrawn(list, count, block, turns, by, drawn, table);
    }
    case 'days':
      return passDays(list, count, block, operation.jumps, operation.table, operation.exact);
    case 'daysDrawn': {
      const { jumps, drawn, table, exact } = operation;
      return passDaysDrawn(list, count, block, turns, jumps, drawn, table, exact);
    }
    case 'toOpen':
      return passToOpen(list, count, block, operation.table);
    case 'toOpenAndWork':
      return passToOpenAndWork(list, count, block, turns, operation.drawn, operation.table);
    case 'exact':
      return passExact(list, count, block, turns, operation.key, operation.exact, limit);
  }
}
