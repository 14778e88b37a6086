import { localDateTime } from '$lib/calendar';
import type { EdgeId, NodeId } from '$lib/domain';
import type { Program } from '$lib/program';
import type { LeadLog, Model } from '$lib/simulation';
import type { FollowedLead } from '../follow-protocol';

/** A log as the page shows it: by the clock of the simulated cadence, with the way that the lead took. */
export function followedLead({ program }: Model, log: LeadLog): FollowedLead {
  const { index, replication, segment, arrived, ended, entries } = log;
  return {
    index,
    replication,
    segment,
    arrived,
    ended,
    moments: entries.map((entry) => ({ ...entry, ...localDateTime(program.calendar, entry.at) })),
    path: pathOf(program, log)
  };
}

function pathOf(program: Program, { entries, traces }: LeadLog): FollowedLead['path'] {
  const nodes = new Set<NodeId>();
  const edges = new Set<EdgeId>();
  for (const { enrollment, node } of entries)
    if (node !== null && isOf(program, enrollment)) nodes.add(node);
  for (const [enrollment, trace] of Object.entries(traces)) {
    if (!isOf(program, enrollment)) continue;
    for (const entry of trace) {
      const edge = entry.type === 'left' ? edgeOf(program, entry.node, entry.port) : undefined;
      if (edge !== undefined) edges.add(edge);
    }
  }
  return { nodes: [...nodes], edges: [...edges] };
}

function isOf({ cadence }: Program, enrollment: string): boolean {
  return enrollment.startsWith(`${cadence}~`);
}

/** The connection that leaves a node by the port of this name. */
function edgeOf(program: Program, node: NodeId, name: string): EdgeId | undefined {
  const pc = program.nodes.indexOf(node);
  const last = program.firstPort[pc + 1] ?? 0;
  for (let port = program.firstPort[pc] ?? 0; port < last; port++)
    if (program.portNames[port] === name) return program.edges[program.edge[port] ?? -1];
  return undefined;
}
