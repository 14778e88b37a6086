import type { Model } from '../model/model';
import { FACTOR, FINALISTS, RUNGS } from './settings';
import { FINAL, stageShares } from './stages';
import type { OptimizerState } from './state';

/** Leads that are likely still to be run: of this round as it is planned, and of the final comparison. */
export function foreseen({ stage, running, told }: OptimizerState, model: Model): number {
  if (stage > FINAL) return 0;
  const sizes = Array.from({ length: FINAL + 1 }, (_, each) => stageLeads(model, each));
  const jobs = stageShares(model, stage).length;
  const left = 1 - Object.keys(told).length / Math.max(1, jobs * running.length);
  let sum = left * running.length * (sizes[stage] ?? 0);
  let many = running.length;
  for (let rung = stage + 1; rung < RUNGS; rung++) {
    many = Math.max(2, Math.ceil(many / FACTOR));
    sum += many * (sizes[rung] ?? 0);
  }
  if (stage < FINAL) sum += (FINALISTS + 1) * (sizes[FINAL] ?? 0);
  return Math.round(sum);
}

function stageLeads(model: Model, stage: number): number {
  return stageShares(model, stage)
    .flat()
    .reduce((sum, { from, to }) => sum + to - from, 0);
}
