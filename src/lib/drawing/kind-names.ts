import type { NodeKind } from '$lib/domain';

/** What the kinds are called; an action is better named by its channel. */
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
