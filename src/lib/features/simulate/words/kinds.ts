import type { NodeKind } from '$lib/domain';

/** Kinds of steps as the results name them; actions are named by their channel. */
export const KIND_NAMES: Readonly<Record<NodeKind, string>> = {
  entry: 'Entry',
  stage: 'Stage',
  action: 'Action',
  wait: 'Wait',
  branch: 'Branch',
  fork: 'Fork',
  join: 'Join',
  handoff: 'Handoff',
  exit: 'Exit',
  note: 'Note'
};
