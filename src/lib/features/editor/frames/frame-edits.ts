import {
  freeId,
  STAGE_COLORS,
  type CadenceFile,
  type Edit,
  type Frame,
  type NodeId
} from '$lib/domain';

type Frames = readonly Frame[];

/** A frame around these steps; one that holds some of them and nothing else is made larger instead. Null around nothing. */
export function frameSteps(
  { cadence, layout }: CadenceFile,
  selected: ReadonlySet<NodeId>,
  name = 'New frame'
): { readonly edit: Edit; readonly id: string } | null {
  const nodes = cadence.nodes.flatMap(({ id }) => (selected.has(id) ? [id] : []));
  if (nodes.length === 0) return null;
  const frames = layout.frames ?? [];
  const inside = frames.find((frame) => frame.nodes.every((id) => selected.has(id)));
  if (inside) return { edit: replaced(frames, { ...inside, nodes }), id: inside.id };
  const frame: Frame = {
    id: freeId(
      frames.map(({ id }) => id),
      name
    ),
    name,
    color: nextColor(frames),
    nodes
  };
  return { edit: { kind: 'setFrames', frames: [...frames, frame] }, id: frame.id };
}

/** One frame around the steps of each role that has some, instead of the frames of that name; null when no step has a role. */
export function frameByTeam({ cadence, layout }: CadenceFile): Edit | null {
  const steps = new Map<string, NodeId[]>();
  for (const node of cadence.nodes) {
    if (node.kind !== 'action' || node.role === undefined) continue;
    steps.set(node.role, [...(steps.get(node.role) ?? []), node.id]);
  }
  if (steps.size === 0) return null;
  const names = new Map(cadence.roles.map(({ id, name }) => [id, name || id]));
  const teams = new Set([...steps.keys()].map((role) => names.get(role) ?? role));
  const frames: Frame[] = (layout.frames ?? []).filter(({ name }) => !teams.has(name));
  for (const [role, nodes] of steps) {
    const name = names.get(role) ?? role;
    const id = freeId(
      frames.map((frame) => frame.id),
      name
    );
    frames.push({ id, name, color: nextColor(frames), nodes });
  }
  return { kind: 'setFrames', frames };
}

/** The frame with another name or color. */
export function changeFrame(
  frames: Frames,
  id: string,
  change: Partial<Pick<Frame, 'name' | 'color'>>
): Edit | null {
  const frame = frames.find((each) => each.id === id);
  return frame ? replaced(frames, { ...frame, ...change }) : null;
}

/** The frame without these steps; without any, it is gone. */
export function takeOut(frames: Frames, id: string, steps: ReadonlySet<NodeId>): Edit | null {
  const frame = frames.find((each) => each.id === id);
  if (!frame) return null;
  const nodes = frame.nodes.filter((node) => !steps.has(node));
  return nodes.length > 0 ? replaced(frames, { ...frame, nodes }) : removeFrame(frames, id);
}

/** Its steps stay. */
export function removeFrame(frames: Frames, id: string): Edit {
  const rest = frames.filter((frame) => frame.id !== id);
  return { kind: 'setFrames', frames: rest.length > 0 ? rest : null };
}

function replaced(frames: Frames, frame: Frame): Edit {
  return {
    kind: 'setFrames',
    frames: frames.map((other) => (other.id === frame.id ? frame : other))
  };
}

/** The color that fewest frames have, in the order in which they are offered. */
function nextColor(frames: Frames): Frame['color'] {
  const uses = (color: Frame['color']) => frames.filter((frame) => frame.color === color).length;
  const order = [...STAGE_COLORS].sort((a, b) => uses(a) - uses(b));
  return order[0] ?? 'indigo';
}
