import type { Model } from '../model/model';
import { exitCounts } from './cadence-result';
import { TIME } from './cadence-tally';
import { segmentOf } from './cells';
import { successesOf } from './money';
import { otherEndsOf } from './other-ends';
import type { SegmentResult } from './result';
import type { Tally } from './tally';

/** The leads by segment, in the scenario's order; nothing where it has none. */
export function segmentsOf(model: Model, tally: Tally): readonly SegmentResult[] {
  const [first] = model.segments;
  if (model.segments.length === 1 && first?.id === '') return [];
  return model.segments.map(({ id, name }, segment) => {
    const cell = segmentOf(model, tally, segment);
    const { runs, unfinished, answered } = cell;
    return {
      id,
      name,
      leads: runs,
      exits: exitCounts(cell),
      otherEnds: otherEndsOf(cell),
      success: runs === 0 ? 0 : successesOf(cell) / runs,
      touchesPerLead: runs === 0 ? 0 : cell.touches / runs,
      elapsedMean: meanOf(cell.timeOf(TIME.elapsed), runs - unfinished),
      cycleMean: model.brief ? 0 : meanOf(cell.timeOf(TIME.cycle), runs - unfinished),
      firstResponseMean: model.brief ? 0 : meanOf(cell.timeOf(TIME.firstResponse), answered)
    };
  });
}

function meanOf(sum: number, count: number): number {
  return count === 0 ? 0 : Math.round(sum / count);
}
