import { BLOCK } from '../columnar/block';
import type { ColumnarPlan } from '../columnar/path';
import { Scratch } from '../columnar/scratch';
import type { Model } from '../model/model';
import type { StaffModel } from '../model/staff-model';
import { BatchCounts } from './batch-counts';
import type { Crowd } from './crowd';
import type { ParkedLeads } from './parked-leads';
import type { Places } from './places';
import { SharedSweep } from './shared-sweep';

/** Of leads that are counted together, or that only warm up. */
export interface Side {
  readonly scratch: Scratch;
  /** One a segment. */
  readonly counts: readonly BatchCounts[];
  readonly sweeps: readonly SharedSweep[];
}

/** What the sweeps of all sides share. */
interface SideTools {
  readonly crowd: Crowd;
  readonly parked: ParkedLeads;
  readonly places: Places;
}

/** Leads of a side are told apart by so many batches. */
export function sideOf(
  model: Model,
  { flows, tables }: ColumnarPlan,
  { groups }: StaffModel,
  tools: SideTools,
  batches: number
): Side {
  const { base, limit, until } = tables;
  const { program } = model;
  const scratch = new Scratch(model, 0, BLOCK, base, until);
  const counts = flows.map((flow) => new BatchCounts(flow, program.op.length, batches));
  const sweeps = flows.map(
    (flow, segment) =>
      new SharedSweep(flow, {
        ...tools,
        scratch,
        counts: counts[segment] as BatchCounts,
        costs: groups.some(({ costPerHour }) => costPerHour > 0),
        pauses: groups.some(({ finishes }) => !finishes),
        limit,
        firstPlace: tools.places.add(flow, segment, () => tools.crowd.block.emptyList())
      })
  );
  return { scratch, counts, sweeps };
}
