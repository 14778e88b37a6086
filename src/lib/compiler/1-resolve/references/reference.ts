import type { Delay, NodeId } from '$lib/domain';

export type ReferenceType =
  | 'parameter'
  | 'role'
  | 'disposition'
  | 'field'
  | 'mergeField'
  | 'step'
  | 'action'
  | 'cadence'
  | 'fact'
  /** A signal that is listened to; any id will do. */
  | 'signal';

/** A name that stands for something, and where it is written. */
export interface Reference {
  readonly type: ReferenceType;
  readonly id: string;
  /** The step it is written in; absent for the cadence itself. */
  readonly node?: NodeId;
  /** The field of the step or cadence it is written in. */
  readonly field: string;
}

/** A reference before it is known whose it is. */
export type Mention = Pick<Reference, 'type' | 'id' | 'field'>;

export function mention(type: ReferenceType, id: string | undefined, field: string): Mention[] {
  return id === undefined ? [] : [{ type, id, field }];
}

export function mentionAll(
  type: ReferenceType,
  ids: readonly string[] | undefined,
  field: string
): Mention[] {
  return (ids ?? []).map((id) => ({ type, id, field }));
}

export function mentionDelay(delay: Delay | undefined, field: string): Mention[] {
  return delay && 'parameter' in delay ? mention('parameter', delay.parameter, field) : [];
}
