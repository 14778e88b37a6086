import type { Variant } from '$lib/domain';
import type { VariantSpec } from '$lib/program';

/** The variants of a step with running sums of their weights. */
export function lowerVariants(variants: readonly Variant[] | undefined): VariantSpec[] {
  let sum = 0;
  return (variants ?? []).map(({ id, name, weight }) => ({ id, name, upTo: (sum += weight) }));
}
