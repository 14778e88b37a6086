import {
  describeDelay,
  describeNode,
  resolveDelay,
  type ActionNode,
  type CadenceNode,
  type Delay,
  type WaitNode
} from '$lib/domain';
import { isoOf } from '../iso-duration';
import { elementTypeOf, endDefinitionOf, loopOf } from '../kinds';
import type { Element } from '../moddle';
import { labelOf, stepId } from '../names';
import { jsonText, xmlLine, xmlText } from '../shared';
import { documentationOf } from './documentation';
import type { Draft } from './draft';

type Properties = Record<string, unknown>;

/** A step as BPMN elements: its own, and what is attached to it. */
export interface StepElements {
  readonly main: Element;
  /** The element that ways out by a port leave from, where it is not the step's own. */
  readonly attached?: { readonly port: string; readonly element: Element };
}

/** The step with everything of it that BPMN has no word for. `at` is its number in the cadence. */
export function stepElements(
  draft: Draft,
  node: CadenceNode,
  at: number,
  place: unknown
): StepElements {
  const step = draft.make('cadenza:Step', { at, json: jsonText({ node, place }) });
  const words = documentationOf(node, draft.cadence);
  const main = draft.make(elementTypeOf(node), {
    id: stepId(node.id),
    ...(node.kind === 'note'
      ? { text: xmlText(node.text) }
      : { name: xmlLine(labelOf(node, draft.cadence)) }),
    ...(words
      ? { documentation: [draft.make('bpmn:Documentation', { text: xmlText(words) })] }
      : {}),
    extensionElements: draft.make('bpmn:ExtensionElements', { values: [step] }),
    ...propertiesOf(draft, node)
  });
  const timeout = node.kind === 'wait' ? giveUp(draft, node, main) : null;
  return timeout ? { main, attached: { port: 'timeout', element: timeout } } : { main };
}

function propertiesOf(draft: Draft, node: CadenceNode): Properties {
  switch (node.kind) {
    case 'entry':
      return definitions((node.signals ?? []).map((signal) => signalled(draft, signal)));
    case 'exit': {
      const type = endDefinitionOf(node);
      return definitions(type === null ? [] : [draft.make(type)]);
    }
    case 'action':
      return actionProperties(draft, node);
    case 'wait':
      return waitProperties(draft, node);
    case 'handoff':
      if (node.to.type === 'signal') return definitions([signalled(draft, node.to.signal)]);
      return node.to.cadence === undefined ? {} : { calledElement: `process-${node.to.cadence}` };
    case 'join':
      return node.policy.type === 'all'
        ? { gatewayDirection: 'Converging' }
        : {
            gatewayDirection: 'Converging',
            activationCondition: draft.expression(describeNode(node, draft.cadence))
          };
    case 'branch':
    case 'fork':
      return { gatewayDirection: 'Diverging' };
    case 'stage':
    case 'note':
      return {};
  }
}

function definitions(eventDefinitions: readonly Element[]): Properties {
  return eventDefinitions.length > 0 ? { eventDefinitions } : {};
}

function signalled(draft: Draft, name: string): Element {
  return draft.make('bpmn:SignalEventDefinition', { signalRef: draft.signal(name) });
}

function actionProperties(draft: Draft, node: ActionNode): Properties {
  const times = loopOf(node);
  const role = draft.cadence.roles.find(({ id }) => id === node.role);
  const performer = role
    ? { resources: [draft.make('bpmn:Performer', { name: xmlLine(role.name || role.id) })] }
    : {};
  if (times === null) return performer;
  const loopCharacteristics = draft.make('bpmn:StandardLoopCharacteristics', {
    loopMaximum: times
  });
  return { ...performer, loopCharacteristics };
}

function waitProperties(draft: Draft, node: WaitNode): Properties {
  const { until } = node;
  switch (until.type) {
    case 'event': {
      const hopes = [...(until.signals ?? []), ...(until.condition ? ['a condition'] : [])];
      const message = draft.make('bpmn:Message', {
        id: `message-${node.id}`,
        name: hopes.join(' or ') || 'nothing yet'
      });
      draft.roots.push(message);
      return { messageRef: message };
    }
    case 'duration':
      return definitions([timer(draft, until.delay)]);
    case 'date':
    case 'weekday':
      return definitions([
        draft.make('bpmn:TimerEventDefinition', {
          timeDate: draft.expression(xmlLine(describeNode(node, draft.cadence)))
        })
      ]);
  }
}

/** A timer that rings after a while; of parameters that are gone it keeps the words. */
function timer(draft: Draft, delay: Delay): Element {
  const { parameters } = draft.cadence;
  const duration = resolveDelay(delay, parameters);
  const body = duration ? isoOf(duration) : describeDelay(delay, parameters);
  return draft.make('bpmn:TimerEventDefinition', { timeDuration: draft.expression(xmlLine(body)) });
}

/** What ends a wait for an event: a timer on its rim. */
function giveUp(draft: Draft, { id, until }: WaitNode, host: Element): Element | null {
  if (until.type !== 'event') return null;
  return draft.make('bpmn:BoundaryEvent', {
    id: `timeout-${id}`,
    attachedToRef: host,
    cancelActivity: true,
    eventDefinitions: [
      until.timeout ? timer(draft, until.timeout) : draft.make('bpmn:TimerEventDefinition')
    ]
  });
}
