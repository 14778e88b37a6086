import type { Operation, Pass } from '../columnar/flow';
import { countSpans, noteFirst } from '../columnar/milestones';
import { letPass, operate, type Here } from '../columnar/operate';
import { SERIES } from '../statistics/day-tally';
import { SUM } from './batch-counts';
import { addFigures, countAnswers, countLateOf } from './by-batch';
import type { SweepTools } from './sweep-tools';

type Tools = Pick<SweepTools, 'crowd' | 'scratch' | 'counts'>;

/** Does one operation for all leads of a list; false: some of them stand too late to go on here. */
export function operateByBatch(operation: Operation, here: Here, tools: Tools): boolean {
  const { crowd, scratch, counts } = tools;
  const { block, batch } = crowd;
  const { list, count } = here;
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
      const row = operation.pc * counts.batches;
      countLateOf(list, count, block.time, block.due, batch, counts.late, row);
      scratch.spans(SERIES.overdue, (days, last) =>
        countSpans(list, count, block.due, block.time, days, last)
      );
      return true;
    }
    case 'first': {
      const { time, arrived, touched } = block;
      const { answered, response } = counts;
      countAnswers(list, count, time, arrived, touched, batch, answered, response);
      noteFirst(list, count, block, operation.all, scratch.firstResponse);
      return true;
    }
    default:
      passByBatch(operation, here, tools);
      return true;
  }
}

/** Time that is counted is told from where leads stand before and after. */
function passByBatch(pass: Pass, here: Here, { crowd, counts }: Tools): void {
  const { block, batch } = crowd;
  if (pass.counted === 'nothing') {
    letPass(pass, here, block);
    return;
  }
  const { list, count } = here;
  const row = counts.sumRow(SUM[pass.counted], pass.pc);
  addFigures(list, count, block.time, -1, batch, counts.sums, row);
  letPass(pass, here, block);
  addFigures(list, count, block.time, 1, batch, counts.sums, row);
}

/** Tasks were waited for, worked on and paid for. */
export function noteWork(
  pc: number,
  list: Uint16Array,
  count: number,
  { counts, crowd }: Tools
): void {
  const { batch, asked, begins, effort, spent, block } = crowd;
  const { sums } = counts;
  const waited = counts.sumRow(SUM.waited, pc);
  const worked = counts.sumRow(SUM.worked, pc);
  const idle = counts.sumRow(SUM.idle, pc);
  for (let j = 0; j < count; j++) {
    const i = list[j] as number;
    const of = batch[i] as number;
    const from = begins[i] as number;
    const work = effort[i] as number;
    sums[waited + of] = (sums[waited + of] as number) + (from - (asked[i] as number));
    sums[worked + of] = (sums[worked + of] as number) + work;
    sums[idle + of] = (sums[idle + of] as number) + ((block.time[i] as number) - from - work);
    counts.spent[of] = (counts.spent[of] as number) + (spent[i] as number);
  }
}
