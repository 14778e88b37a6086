import { newNode, type CadenceId, type CadenceNode, type Duration, type NodeId } from '$lib/domain';
import { children, textOf } from '../moddle';
import { definitionsOf, hasDefinition, signalsOf, timeOf } from './events';
import type { Notes } from './notes';
import { elementWords } from './notes';
import type { Sketch, Spot } from './sketch';
import { channelFor, resultFor } from './words';

export interface Surroundings {
  readonly sketch: Sketch;
  readonly notes: Notes;
  /** Limits that timers on the rim of waits set. */
  readonly limits: ReadonlyMap<string, Duration | null>;
  /** The cadences that the processes of the file have become. */
  readonly cadences: ReadonlyMap<string, CadenceId>;
  /** The id of the role of a lane. */
  readonly roles: ReadonlyMap<string, string>;
}

/** The step that a spot becomes. */
export function toNode(spot: Spot, id: NodeId, around: Surroundings): CadenceNode {
  const { type, name } = spot;
  const { sketch } = around;
  switch (type) {
    case 'bpmn:StartEvent':
      return toEntry(spot, id, around);
    case 'bpmn:EndEvent':
    case 'virtual:End':
      return toEnd(spot, id, around);
    case 'bpmn:CallActivity':
      return toHandover(spot, id, around);
    case 'bpmn:ReceiveTask':
      return toWaitForEvent(spot, id, around);
    case 'bpmn:IntermediateCatchEvent':
      return hasDefinition(spot, 'Timer')
        ? toWait(spot, id, around)
        : toWaitForEvent(spot, id, around);
    case 'bpmn:IntermediateThrowEvent':
      return definitionsOf(spot).length > 0
        ? toSignal(spot, id, 'continue')
        : newNode('stage', id, { name });
    case 'virtual:Stage':
      return newNode('stage', id, { name });
    case 'bpmn:ParallelGateway':
    case 'bpmn:ComplexGateway':
    case 'virtual:Split':
      return sketch.in(spot.id).length > 1 && sketch.out(spot.id).length < 2
        ? toJoin(spot, id, around)
        : newNode('fork', id, { name, paths: [] });
    case 'bpmn:ExclusiveGateway':
    case 'bpmn:InclusiveGateway':
    case 'bpmn:EventBasedGateway':
      return toBranch(spot, id, around);
    default:
      return toAction(spot, id, around);
  }
}

function toEntry(spot: Spot, id: NodeId, { notes }: Surroundings): CadenceNode {
  const { element } = spot;
  const name = spot.name || 'Start';
  if (hasDefinition(spot, 'Signal', 'Message')) {
    return newNode('entry', id, { name, signals: signalsOf(spot) });
  }
  if (element && definitionsOf(spot).length > 0) {
    notes.add(
      element,
      'Nothing but signals brings leads in by itself.',
      'It became a plain entry.'
    );
  }
  return newNode('entry', id, { name });
}

function toEnd(spot: Spot, id: NodeId, { notes }: Surroundings): CadenceNode {
  const { element } = spot;
  if (hasDefinition(spot, 'Signal', 'Message')) return toSignal(spot, id, 'end');
  const failed = hasDefinition(spot, 'Error', 'Cancel');
  const told = resultFor(spot.name);
  const result = told ?? (failed ? 'lost' : 'completed');
  if (element && told === null) {
    notes.add(
      element,
      'An end has a verdict, and its name tells none.',
      `It is “${failed ? 'Lost' : 'Completed'}” for now.`
    );
  }
  return newNode('exit', id, { name: spot.name || 'End', result });
}

function toSignal(spot: Spot, id: NodeId, then: 'continue' | 'end'): CadenceNode {
  const [signal = 'message'] = signalsOf(spot);
  return newNode('handoff', id, {
    name: spot.name || 'Signal',
    to: { type: 'signal', signal },
    then
  });
}

function toHandover(
  spot: Spot,
  id: NodeId,
  { sketch, cadences, notes }: Surroundings
): CadenceNode {
  const called = textOf(spot.element, 'calledElement');
  const cadence = cadences.get(called);
  if (cadence === undefined && spot.element) {
    notes.add(
      spot.element,
      'What it calls is not in the file.',
      'It hands over to a cadence that you choose.'
    );
  }
  return newNode('handoff', id, {
    name: spot.name || 'Hand over',
    to: cadence === undefined ? { type: 'enroll' } : { type: 'enroll', cadence },
    then: sketch.out(spot.id).length > 0 ? 'continue' : 'end'
  });
}

function toWait(spot: Spot, id: NodeId, { notes }: Surroundings): CadenceNode {
  const name = spot.name || 'Wait';
  const delay = timeOf(spot, notes);
  if (delay) return newNode('wait', id, { name, until: { type: 'duration', delay } });
  if (spot.element) {
    notes.add(
      spot.element,
      'It says no time that a wait can have.',
      'It waits for one business day for now.'
    );
  }
  return newNode('wait', id, { name });
}

function toWaitForEvent(spot: Spot, id: NodeId, { limits, notes }: Surroundings): CadenceNode {
  const timeout = limits.get(spot.id);
  if (!timeout && spot.element) {
    notes.add(
      spot.element,
      'A wait needs a time limit.',
      'It became a wait without one, for you to set.'
    );
  }
  return newNode('wait', id, {
    name: spot.name || 'Wait for a signal',
    until: { type: 'event', signals: signalsOf(spot), ...(timeout ? { timeout } : {}) }
  });
}

function toJoin(spot: Spot, id: NodeId, { notes }: Surroundings): CadenceNode {
  const all = spot.type !== 'bpmn:ComplexGateway';
  if (!all && spot.element) {
    notes.add(
      spot.element,
      'When it lets go is said in words.',
      'It lets go when the first path arrives.'
    );
  }
  const policy = all ? ({ type: 'all' } as const) : ({ type: 'any' } as const);
  return newNode('join', id, { name: spot.name || 'Join', policy });
}

/** Its cases are those of its ways, when these are known. */
function toBranch(spot: Spot, id: NodeId, { notes }: Surroundings): CadenceNode {
  if (spot.type === 'bpmn:InclusiveGateway' && spot.element) {
    notes.add(
      spot.element,
      'Leads may go several ways at once there.',
      'They take the first that fits.'
    );
  }
  return newNode('branch', id, {
    name: spot.name || 'Branch',
    by: { type: 'disposition', cases: [] }
  });
}

const MACHINES = new Set(['bpmn:ServiceTask', 'bpmn:ScriptTask', 'bpmn:BusinessRuleTask']);

function toAction(spot: Spot, id: NodeId, { notes, roles }: Surroundings): CadenceNode {
  const { element, type, lane } = spot;
  const role = lane === null ? undefined : roles.get(lane);
  const words = element ? children(element, 'documentation') : [];
  const instruction = words
    .map((each) => textOf(each, 'text').trim())
    .filter(Boolean)
    .join('\n\n');
  if (element && MACHINES.has(type)) {
    notes.add(
      element,
      'Cadences have no steps that software does.',
      'It became a task that somebody does.'
    );
  } else if (element?.['loopCharacteristics'] !== undefined) {
    notes.add(
      element,
      'How it repeats is said in words a cadence does not know.',
      'It is done once.'
    );
  }
  return {
    id,
    kind: 'action',
    name: spot.name || elementWords(type),
    channel: channelFor(type, spot.name),
    ...(instruction ? { instruction } : {}),
    ...(role === undefined ? {} : { role })
  };
}
