import type { ConditionGroup } from '$lib/domain';

/** A group of a condition while it is edited. */
export interface Nested {
  readonly group: ConditionGroup;
  /** Where it stands, counted from 1 at every level; empty for the outermost group. */
  readonly path: readonly number[];
  readonly onchange: (group: ConditionGroup) => void;
  /** The outermost group cannot be removed. */
  readonly onremove?: (() => void) | undefined;
}
