import { ok, type Result } from '$lib/util';
import type { Model } from '../model/model';
import type { ScenarioFault } from '../statistics/result';
import { variantModel, type Variant } from './variant';

/** A variant and its model, ready to run. */
export interface Made {
  readonly variant: Variant;
  readonly model: Model;
}

/** So many are kept: comparisons run all of theirs in turns. */
const KEPT = 16;

/** Models of the variants used last, by their number in the experiment; others are made again. */
export class MadeVariants {
  /** Those used least lately first. */
  readonly #made = new Map<number, Made>();

  /** The variant of that number, made of what `variant` gives unless it is at hand, or what is wrong with it. */
  make(
    index: number,
    variant: () => Result<Variant, readonly ScenarioFault[]>
  ): Result<Made, readonly ScenarioFault[]> {
    const kept = this.#made.get(index);
    if (kept) {
      this.#made.delete(index);
      this.#made.set(index, kept);
      return ok(kept);
    }
    const given = variant();
    if (!given.ok) return given;
    const model = variantModel(given.value);
    if (!model.ok) return model;
    for (const oldest of this.#made.keys()) if (this.#made.size >= KEPT) this.#made.delete(oldest);
    const made = { variant: given.value, model: model.value };
    this.#made.set(index, made);
    return ok(made);
  }
}
