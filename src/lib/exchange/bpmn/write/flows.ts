import {
  describeCondition,
  type BranchNode,
  type Cadence,
  type CadenceEdge,
  type CadenceNode,
  type NodeId,
  type Port
} from '$lib/domain';
import { drawnPorts } from '$lib/drawing';
import type { Element } from '../moddle';
import { xmlLine, xmlText } from '../shared';
import type { Draft } from './draft';
import type { StepElements } from './steps';

/** Ways that leads take when nothing else is said. */
const MAIN: ReadonlySet<string> = new Set(['done', 'default']);

/** A way as a sequence flow. */
export interface WrittenFlow {
  readonly edge: CadenceEdge;
  readonly element: Element;
}

/** Ways that BPMN cannot draw, since a note is at one of their ends, are left out. */
export function canFlow(
  { from, to }: CadenceEdge,
  steps: ReadonlyMap<NodeId, StepElements>
): boolean {
  return isFlowNode(steps.get(from)) && isFlowNode(steps.get(to));
}

function isFlowNode(step: StepElements | undefined): boolean {
  return step !== undefined && step.main.$type !== 'bpmn:TextAnnotation';
}

/** The ways between the elements, which from then on know what comes in and goes out. */
export function flowsOf(
  draft: Draft,
  steps: ReadonlyMap<NodeId, StepElements>
): readonly WrittenFlow[] {
  const { cadence } = draft;
  const nodes = new Map(cadence.nodes.map((node) => [node.id, node]));
  const ports = drawnPorts(cadence);
  return cadence.edges.flatMap((edge, at) => {
    const [from, to, node] = [steps.get(edge.from), steps.get(edge.to), nodes.get(edge.from)];
    if (!from || !to || !node || !canFlow(edge, steps)) return [];
    const source = from.attached?.port === edge.port ? from.attached.element : from.main;
    const named = nameOf(edge, ports.get(edge.from) ?? []);
    const condition = conditionOf(node, edge.port, cadence, named);
    const element = draft.make('bpmn:SequenceFlow', {
      id: `flow-${edge.id}`,
      name: named ? xmlLine(named) : undefined,
      sourceRef: source,
      targetRef: to.main,
      conditionExpression: condition ? draft.expression(xmlText(condition)) : undefined,
      at,
      edge: edge.id,
      from: edge.from,
      port: edge.port
    });
    grow(source, 'outgoing', element);
    grow(to.main, 'incoming', element);
    const parts = (ports.get(edge.from) ?? []).length > 1;
    if (parts && MAIN.has(edge.port) && source['default'] === undefined)
      source['default'] = element;
    return [{ edge, element }];
  });
}

function grow(element: Element, property: string, flow: Element): void {
  const before = element[property];
  element[property] = [...(Array.isArray(before) ? (before as Element[]) : []), flow];
}

function nameOf({ port }: CadenceEdge, ports: readonly Port[]): string {
  if (ports.length < 2 || port === 'done') return '';
  return ports.find(({ id }) => id === port)?.name ?? port;
}

/** When leads go this way, in words; empty for the way that needs none. */
function conditionOf(node: CadenceNode, port: string, cadence: Cadence, named: string): string {
  if (node.kind === 'branch') return caseOf(node, port, cadence);
  if (node.kind !== 'action' || MAIN.has(port)) return '';
  if (port === 'held') return 'not allowed yet';
  return node.channel === 'approval' ? named : `disposition is “${named}”`;
}

function caseOf({ by }: BranchNode, port: string, cadence: Cadence): string {
  switch (by.type) {
    case 'condition': {
      const found = by.cases.find(({ id }) => id === port);
      return found ? describeCondition(found.when, cadence) : '';
    }
    case 'disposition': {
      const found = by.cases.find(({ id }) => id === port);
      const names = (found?.dispositions ?? []).map(
        (id) => `“${cadence.dispositions.find((each) => each.id === id)?.name ?? id}”`
      );
      return names.length > 0 ? `disposition is ${names.join(' or ')}` : '';
    }
    case 'signal': {
      const found = by.cases.find(({ id }) => id === port);
      return found ? `signal ${found.signal} has come` : '';
    }
    case 'split': {
      const found = by.cases.find(({ id }) => id === port);
      return found ? `${found.weight}% of leads` : '';
    }
  }
}
