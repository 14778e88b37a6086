import type { CadenceTally } from '../statistics/cadence-tally';
import { SERIES } from '../statistics/day-tally';
import { addToSum } from '../statistics/sums';
import type { Block } from './block';
import type { Operation, Pass } from './flow';
import { countDays } from './choices';
import { copyTime, countLate } from './milestones';
import { allWithin, countSpans, noteFirst } from './notes';
import { passDrawn, passExact, passFixed } from './pass-clock';
import {
  passDays,
  passDaysDrawn,
  passOpen,
  passOpenDrawn,
  passToOpen,
  passToOpenAndWork
} from './pass-open';
import type { Scratch } from './scratch';
import { SAID, said, tellDrawn, tellJump, tellTable } from './told';

/** The leads of one segment at one group: the list in work. */
export interface Here {
  readonly count: number;
  /** No lead has been here more often. */
  readonly most: number;
  readonly segment: number;
  /** Leads must not stand later. */
  readonly limit: number;
}

/** Does one operation for all leads of the list in work; false: some of them stand too late to go on here. */
export function operate(operation: Operation, here: Here, block: Block, scratch: Scratch): boolean {
  const { count, segment, limit } = here;
  const cell = scratch.cell(segment);
  switch (operation.type) {
    case 'screen':
      return allWithin(count, limit, null, 0);
    case 'opened':
      copyTime(count, block.time, block.opened);
      return true;
    case 'due':
      copyTime(count, block.time, block.due);
      copyTime(count, block.opened, block.time);
      return true;
    case 'begun':
      if (scratch.brief) return true;
      scratch.spans(SERIES.waiting, (days, last) =>
        countSpans(count, block.opened, block.time, days, last)
      );
      return true;
    case 'done':
      cell.late[operation.pc] = (cell.late[operation.pc] as number) + countLate(count);
      if (scratch.brief) return true;
      scratch.spans(SERIES.overdue, (days, last) =>
        countSpans(count, block.due, block.time, days, last)
      );
      return true;
    case 'touched':
      if (!scratch.brief) countDays(count, scratch.touches);
      return true;
    case 'asks':
      // Leads that share nothing never come to it.
      return false;
    case 'first': {
      if (scratch.brief) return true;
      const { firstResponse } = scratch;
      const { count: before, sum } = firstResponse;
      noteFirst(count, operation.all, firstResponse);
      scratch.addAnswered(segment, firstResponse.count - before, firstResponse.sum - sum);
      return true;
    }
    default:
      add(cell, operation, letPass(operation, here, block));
      return true;
  }
}

function add(cell: CadenceTally, { pc, counted }: Pass, milliseconds: number): void {
  if (counted === 'waited') addToSum(cell.waited, pc, milliseconds);
  if (counted === 'worked') addToSum(cell.worked, pc, milliseconds);
}

/** Lets time pass; what it is counted for. */
export function letPass(pass: Pass, here: Here, block: Block): number {
  const { count, most, limit } = here;
  block.spotsOf(pass.spot, count, most);
  const sum = fast(pass, here, block);
  const left = said[SAID.left] as number;
  if (left === 0) return sum;
  if ('jumps' in pass) pass.jumps.reach(latestLeft(block, left));
  return sum + passExact(block.later, left, pass.exact, limit);
}

/** The latest of the leads that a kernel has left out. */
function latestLeft({ list, time, later }: Block, left: number): number {
  let latest = 0;
  for (let k = 0; k < left; k++)
    latest = Math.max(latest, time[list[later[k] as number] as number] as number);
  return latest;
}

/** What the kernels can do; they say how many they have left out. */
function fast(pass: Pass, { count, limit }: Here, block: Block): number {
  if ('table' in pass) tellTable(pass.table);
  if ('drawn' in pass) tellDrawn(pass.drawn);
  switch (pass.type) {
    case 'fixed':
      return passFixed(count, pass.by);
    case 'drawn':
      return passDrawn(count, pass.by);
    case 'open':
      return passOpen(count, pass.by);
    case 'openDrawn':
      return passOpenDrawn(count, pass.by);
    case 'days':
      tellJump(pass.jumps.found.by);
      return passDays(count);
    case 'daysDrawn':
      tellJump(pass.jumps.found.openBy);
      return passDaysDrawn(count);
    case 'toOpen':
      return passToOpen(count);
    case 'toOpenAndWork':
      return passToOpenAndWork(count);
    case 'exact':
      said[SAID.left] = 0;
      return passExact(block.places, count, pass.exact, limit);
  }
}
