import type { CompiledCalendar } from '$lib/calendar';
import { resolveDelay, versionOf, type CadenceNode } from '$lib/domain';
import { ENGINE_MAJOR, type Program } from '$lib/program';
import { InvariantError, present } from '$lib/util';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { lowerAction } from './action';
import { lowerBranch } from './branch';
import { lowerEntry } from './entry';
import { lowerExit } from './exit';
import type { ConnectedLink, Instruction, Lowering } from './lowering';
import { lowerStage } from './stage';
import { lowerWait } from './wait';

/** Writes the program of a cadence that the checks found no error in. */
export function lower(resolved: ResolvedCadence, calendar: CompiledCalendar): Program {
  const { cadence, live: order } = resolved;
  const lowering = lowerings(resolved);
  const instructions = order.map((node) => lowerNode(node, lowering));
  const links = order.map((node) => lowering.linksOf(node.id));
  const ports = links.flat();

  const firstPort = new Int32Array(order.length + 1);
  links.forEach((own, pc) => (firstPort[pc + 1] = firstPort[pc]! + own.length));

  return {
    cadence: cadence.id,
    name: cadence.name,
    version: versionOf(cadence),
    engine: ENGINE_MAJOR,
    start: 0,
    op: Uint8Array.from(instructions, ({ op }) => op),
    arg: Int32Array.from(instructions, ({ arg }) => arg),
    firstPort,
    target: Int32Array.from(ports, ({ edge }) => present(lowering.pcOf.get(edge.to), edge.to)),
    // Every port has an edge of its own, so ports and edges share their numbers.
    edge: Int32Array.from(ports, (_, index) => index),
    portNames: ports.map(({ port }) => port.name || port.id),
    nodes: order.map((node) => node.id),
    nodeNames: order.map((node) => node.name),
    edges: ports.map(({ edge }) => edge.id),
    ...lowering.tables,
    dispositions: cadence.dispositions.map(({ id, name, answered, goal }) => ({
      id,
      name,
      answered,
      goal: goal === true
    })),
    calendar
  };
}

function lowerings(resolved: ResolvedCadence): Lowering {
  return {
    resolved,
    pcOf: new Map(resolved.live.map((node, pc) => [node.id, pc])),
    tables: { tasks: [], waits: [], chooses: [], splits: [], exits: [], stages: [] },
    linksOf: (node) =>
      present(resolved.graph.links.get(node), node).filter(
        (link): link is ConnectedLink => link.edge !== null
      ),
    delay: (delay) => present(resolveDelay(delay, resolved.cadence.parameters), 'parameter')
  };
}

function lowerNode(node: CadenceNode, lowering: Lowering): Instruction {
  switch (node.kind) {
    case 'entry':
      return lowerEntry();
    case 'stage':
      return lowerStage(node, lowering);
    case 'action':
      return lowerAction(node, lowering);
    case 'wait':
      return lowerWait(node, lowering);
    case 'branch':
      return lowerBranch(node, lowering);
    case 'exit':
      return lowerExit(node, lowering);
    default:
      throw new InvariantError(`${node.kind} ${node.id} was let through`);
  }
}
