import { versionOf, type CadenceNode } from '$lib/domain';
import { ENGINE_MAJOR, type Program } from '$lib/program';
import { present } from '$lib/util';
import type { ResolvedCadence } from '../1-resolve/resolve';
import type { CalendarTable } from '../calendar-table';
import { beginLowering } from './begin';
import { lowerGuard } from './guard';
import { lowerNode } from './lower-node';
import type { Lowering } from './lowering';
import { needsLog } from './needs-log';
import { lowerSettings } from './settings';

/** Writes the program of a cadence that the checks found no error in. */
export function lower(resolved: ResolvedCadence, calendars: CalendarTable): Program {
  const { cadence, live: order } = resolved;
  const lowering = beginLowering(resolved, calendars);
  const instructions = order.map((node) => lowerNode(node, lowering));
  const guard = order.map((node) => lowerGuard(node, lowering));
  const settings = lowerSettings(lowering);
  const { tables } = lowering;

  return {
    cadence: cadence.id,
    name: cadence.name,
    version: versionOf(cadence),
    engine: ENGINE_MAJOR,
    start: 0,
    op: Uint8Array.from(instructions, ({ op }) => op),
    arg: Int32Array.from(instructions, ({ arg }) => arg),
    guard: Int32Array.from(guard),
    nodes: order.map((node) => node.id),
    nodeNames: order.map((node) => node.name),
    ...portColumns(order, lowering),
    ...tables,
    ...settings,
    needsLog: needsLog({ ...tables, ...settings }),
    calendar: calendars.get(cadence.calendar)
  };
}

type PortColumns = Pick<Program, 'firstPort' | 'target' | 'edge' | 'portNames' | 'edges'>;

function portColumns(order: readonly CadenceNode[], { linksOf, pcOf }: Lowering): PortColumns {
  const links = order.map((node) => linksOf(node.id));
  const ports = links.flat();
  const firstPort = new Int32Array(order.length + 1);
  links.forEach((own, pc) => (firstPort[pc + 1] = present(firstPort[pc], 'a port') + own.length));
  return {
    firstPort,
    target: Int32Array.from(ports, ({ edge }) => pcOf(edge.to)),
    // Every port has an edge of its own, so ports and edges share their numbers.
    edge: Int32Array.from(ports, (_, index) => index),
    portNames: ports.map(({ port }) => port.name || port.id),
    edges: ports.map(({ edge }) => edge.id)
  };
}
