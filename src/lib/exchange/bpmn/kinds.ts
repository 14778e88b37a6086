import type { ActionNode, CadenceNode, Channel, ExitNode, JoinNode } from '$lib/domain';

const TASKS: Readonly<Record<Channel, string>> = {
  email: 'bpmn:SendTask',
  sms: 'bpmn:SendTask',
  social: 'bpmn:SendTask',
  call: 'bpmn:UserTask',
  task: 'bpmn:UserTask',
  approval: 'bpmn:UserTask',
  document: 'bpmn:UserTask',
  meeting: 'bpmn:ManualTask',
  demo: 'bpmn:ManualTask'
};

/** The BPMN element that a step is written as. */
export function elementTypeOf(node: CadenceNode): string {
  switch (node.kind) {
    case 'entry':
      return 'bpmn:StartEvent';
    case 'exit':
      return 'bpmn:EndEvent';
    case 'action':
      return TASKS[node.channel];
    case 'branch':
      return 'bpmn:ExclusiveGateway';
    case 'fork':
      return 'bpmn:ParallelGateway';
    case 'join':
      return gatewayOf(node);
    // A state that is reached, "milestone" in most books: an event that throws nothing.
    case 'stage':
      return 'bpmn:IntermediateThrowEvent';
    // An event can be waited for or given up: only a task can carry the timer that gives up.
    case 'wait':
      return node.until.type === 'event' ? 'bpmn:ReceiveTask' : 'bpmn:IntermediateCatchEvent';
    case 'handoff':
      if (node.to.type === 'enroll') return 'bpmn:CallActivity';
      return node.then === 'end' ? 'bpmn:EndEvent' : 'bpmn:IntermediateThrowEvent';
    case 'note':
      return 'bpmn:TextAnnotation';
  }
}

/** Only "all" is what a parallel gateway means; the others let go before all have arrived. */
function gatewayOf({ policy }: JoinNode): string {
  return policy.type === 'all' ? 'bpmn:ParallelGateway' : 'bpmn:ComplexGateway';
}

/** What an end does beyond being one: null for most. */
export function endDefinitionOf({ result }: ExitNode): string | null {
  if (result === 'optedOut') return 'bpmn:TerminateEventDefinition';
  return result === 'badData' ? 'bpmn:ErrorEventDefinition' : null;
}

/** Elements that BPMN draws small and with their name outside. */
export function isSmall(type: string): boolean {
  return type.endsWith('Event') || type.endsWith('Gateway');
}

/** How often an action is tried, as BPMN's loop marker has it. */
export function loopOf({ repeat }: ActionNode): number | null {
  return repeat && repeat.times > 1 ? repeat.times : null;
}
