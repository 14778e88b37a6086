import type { Operation, Pass } from '../columnar/flow';
import { countLate } from '../columnar/milestones';
import { countSpans, noteFirst } from '../columnar/notes';
import { letPass, operate, type Here } from '../columnar/operate';
import { SERIES } from '../statistics/day-tally';
import { SUM } from './batch-counts';
import { addFigures, addPassed, countAnswers, countLateOf, gather } from './by-batch';
import { said } from '../columnar/told';
import type { Crowd } from './crowd';
import { SUMS, sumWork } from './served';
import type { SweepTools } from './sweep-tools';

/** Does one operation for all leads of a list; false: some of them stand too late to go on here. */
export function operateByBatch(operation: Operation, here: Here, tools: SweepTools): boolean {
  const { crowd, scratch, counts } = tools;
  const { block, batch } = crowd;
  const { list } = block;
  const { count } = here;
  switch (operation.type) {
    // Nothing of these is counted by batch.
    case 'screen':
    case 'opened':
    case 'due':
    case 'begun':
    case 'touched':
    case 'asks':
      return operate(operation, here, block, scratch);
    case 'done': {
      if (scratch.brief) {
        counts.late[operation.pc] = (counts.late[operation.pc] as number) + countLate(count);
        return true;
      }
      const row = operation.pc * counts.batches;
      countLateOf(list, count, block.time, block.due, batch, counts.late, row);
      scratch.spans(SERIES.overdue, (days, last) =>
        countSpans(count, block.due, block.time, days, last)
      );
      return true;
    }
    case 'first': {
      if (scratch.brief) return true;
      const { time, arrived, touched } = block;
      const { answered, response } = counts;
      countAnswers(list, count, time, arrived, touched, batch, answered, response);
      noteFirst(count, operation.all, scratch.firstResponse);
      return true;
    }
    default:
      passByBatch(operation, here, tools);
      return true;
  }
}

/** Time that is counted is told from where leads stand before and after. */
function passByBatch(pass: Pass, here: Here, { crowd, counts }: SweepTools): void {
  const { block, batch, before } = crowd;
  if (pass.counted === 'nothing') {
    letPass(pass, here, block);
    return;
  }
  if (counts.batches === 1) {
    const at = counts.sumRow(SUM[pass.counted], pass.pc);
    counts.sums[at] = (counts.sums[at] as number) + letPass(pass, here, block);
    return;
  }
  const { list } = block;
  const { count } = here;
  const row = counts.sumRow(SUM[pass.counted], pass.pc);
  gather(list, count, block.time, before);
  letPass(pass, here, block);
  addPassed(list, count, before, block.time, batch, counts.sums, row);
}

/** Tasks were waited for, worked on and paid for. */
export function noteWork(
  pc: number,
  list: Uint16Array,
  count: number,
  { counts, crowd, costs, pauses }: SweepTools
): void {
  const { batch, asked, begins, effort, spent } = crowd;
  const { sums } = counts;
  const waited = counts.sumRow(SUM.waited, pc);
  const worked = counts.sumRow(SUM.worked, pc);
  if (counts.batches === 1) {
    sumWork(count);
    sums[waited] = (sums[waited] as number) + (said[SUMS.waited] as number);
    sums[worked] = (sums[worked] as number) + (said[SUMS.worked] as number);
  } else
    for (let j = 0; j < count; j++) {
      const i = list[j] as number;
      const of = batch[i] as number;
      const wait = (begins[i] as number) - (asked[i] as number);
      sums[waited + of] = (sums[waited + of] as number) + wait;
      sums[worked + of] = (sums[worked + of] as number) + (effort[i] as number);
    }
  if (costs) addFigures(list, count, spent, batch, counts.spent);
  if (pauses) noteIdle(counts.sumRow(SUM.idle, pc), list, count, crowd, sums);
}

/** Nobody was at work on tasks that were begun. */
function noteIdle(
  row: number,
  list: Uint16Array,
  count: number,
  { batch, begins, effort, block }: Crowd,
  sums: Float64Array
): void {
  const { time } = block;
  for (let j = 0; j < count; j++) {
    const i = list[j] as number;
    const at = row + (batch[i] as number);
    const idle = (time[i] as number) - (begins[i] as number) - (effort[i] as number);
    sums[at] = (sums[at] as number) + idle;
  }
}
