import { inPieces } from '../compare/pieces';
import type { Model } from '../model/model';
import { sharesOf, type Share } from '../shares';
import { FACTOR, FINAL_REPLICATIONS, RUNGS } from './settings';

/** Rungs are counted from 0; the one after the last is the final comparison. */
export const FINAL = RUNGS;

/** Into so many parts leads are divided: the last rung runs them all. */
const PARTS = partsUntil(RUNGS - 1);

/**
 * How often a candidate's leads may be run: the rungs take the first replications, or parts of the first
 * where leads share nothing, and the final comparison takes others, whose draws decided nothing before.
 */
export function replicationsFor({ staff, replications }: Model): number {
  return staff ? PARTS + Math.max(replications, FINAL_REPLICATIONS) : 2;
}

/** What a stage runs of a model of so many replications, beyond what the stages before it ran. */
export function stageShares(model: Model, stage: number): readonly (readonly Share[])[] {
  return inPieces(model.staff ? wholes(model, stage) : parts(model, stage), model.staff !== null);
}

function wholes(model: Model, stage: number): readonly Share[] {
  const [from, to] = stage === FINAL ? [PARTS, model.replications] : partsOf(stage);
  return sharesOf(model).filter(({ replication }) => replication >= from && replication < to);
}

/**
 * Of each batch of leads the parts of the stage. Parts next to each other are far apart in time, and
 * begin elsewhere in each batch, so that any number of them meets every time of day.
 */
function parts(model: Model, stage: number): readonly Share[] {
  const shares = sharesOf(model);
  if (stage === FINAL) return shares.filter(({ replication }) => replication === 1);
  const [first, last] = partsOf(stage);
  return shares
    .filter(({ replication }) => replication === 0)
    .flatMap((share, batch) =>
      Array.from({ length: last - first }, (_, step) =>
        partOf(share, ((first + step) * STRIDE + batch * SHIFT) % PARTS)
      )
    )
    .filter(({ from, to }) => to > from);
}

/** Both have no factor in common with PARTS. */
const STRIDE = 5;
const SHIFT = 4;

function partOf({ replication, from, to }: Share, part: number): Share {
  const at = (place: number) => from + Math.floor(((to - from) * place) / PARTS);
  return { replication, from: at(part), to: at(part + 1) };
}

function partsOf(stage: number): readonly [number, number] {
  return [stage === 0 ? 0 : partsUntil(stage - 1), partsUntil(stage)];
}

/** Parts that are run once a rung is over: each rung is FACTOR times as long as the one before. */
function partsUntil(rung: number): number {
  return rung === 0 ? 1 : FACTOR * partsUntil(rung - 1);
}
