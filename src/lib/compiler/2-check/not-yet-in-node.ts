import type { ActionNode, CadenceNode, WaitUntil } from '$lib/domain';
import type { NotYet } from './not-yet-found';

/** What of a step this version does not run. */
export function notYetInNode(node: CadenceNode): NotYet[] {
  switch (node.kind) {
    case 'entry':
      return [
        ...unused(node.criteria, 'entry criteria', 'criteria'),
        ...unused(node.signals?.length, 'signals that enroll leads', 'signals')
      ];
    case 'stage':
      return [
        ...cannot(node.requirements?.length, 'requirements', 'requirements'),
        ...unused(node.sla?.length, 'time limits', 'sla')
      ];
    case 'action':
      return inAction(node);
    case 'wait':
      return node.until.type === 'duration' ? [] : cannot(true, WAITS[node.until.type], 'until');
    case 'fork':
      return cannot(true, 'forks');
    case 'join':
      return cannot(true, 'joins');
    case 'handoff':
      return cannot(true, 'handoffs');
    case 'exit':
      return [
        ...cannot(node.requirements?.length, 'requirements', 'requirements'),
        ...unused(node.recycle, 'coming back after a while', 'recycle')
      ];
    default:
      return [];
  }
}

const WAITS: Readonly<Record<Exclude<WaitUntil['type'], 'duration'>, string>> = {
  date: 'waits for a date',
  weekday: 'waits for a day of the week',
  event: 'waits for something to happen'
};

function inAction(node: ActionNode): NotYet[] {
  return [
    ...cannot(node.requirements?.length, 'requirements', 'requirements'),
    ...cannot(node.repeat, 'repeated steps', 'repeat'),
    ...cannot(node.autoSkipAfter, 'skipping by itself', 'autoSkipAfter'),
    ...cannot(node.expireAfter, 'expiry', 'expireAfter'),
    ...cannot(
      node.continueWithoutCompletion,
      'going on without completion',
      'continueWithoutCompletion'
    ),
    ...unused(node.channel === 'approval', 'refusals of an approval', 'channel'),
    ...unused(node.missingData, 'rules for missing data', 'missingData'),
    ...unused(node.variants?.length, 'variants', 'variants'),
    ...unused(node.sla?.length, 'time limits', 'sla')
  ];
}

function cannot(there: unknown, what: string, field?: string): NotYet[] {
  return told('cannot', there, what, field);
}

function unused(there: unknown, what: string, field?: string): NotYet[] {
  return told('unused', there, what, field);
}

function told(
  severity: NotYet['severity'],
  there: unknown,
  what: string,
  field?: string
): NotYet[] {
  if (!there) return [];
  return [field === undefined ? { severity, what } : { severity, what, field }];
}
