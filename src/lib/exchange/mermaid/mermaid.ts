import type { Cadence, CadenceFile, CadenceNode, NodeId } from '$lib/domain';
import { drawnPorts, faceOf, titleOf, toneOf, type Tone } from '$lib/drawing';
import { PALETTES } from '../picture/palette';
import { stageOfSteps } from '../stages';
import { mermaidLabel } from './label';

/** What stands before and after the label: the shape of each kind. */
const SHAPES: Readonly<Record<CadenceNode['kind'], readonly [string, string]>> = {
  entry: ['([', '])'],
  stage: ['[[', ']]'],
  action: ['[', ']'],
  wait: ['{{', '}}'],
  branch: ['{', '}'],
  fork: ['[/', '\\]'],
  join: ['[\\', '/]'],
  handoff: ['[[', ']]'],
  exit: ['([', '])'],
  note: ['>', ']']
};

/** The cadence as a Mermaid flowchart; every name is fit to stand in it. */
export function mermaidOf({ cadence, layout }: Pick<CadenceFile, 'cadence' | 'layout'>): string {
  // Names of Mermaid's own, such as "end", are no ids that it can bear; ours are numbers.
  const ids = new Map(cadence.nodes.map((node, at) => [node.id, `n${at}`]));
  const lines = [
    `flowchart ${layout.direction === 'right' ? 'LR' : 'TD'}`,
    ...stepLines(cadence, ids),
    ...wayLines(cadence, ids),
    ...toneLines(cadence.nodes, ids)
  ];
  return `${lines.join('\n')}\n`;
}

type Ids = ReadonlyMap<NodeId, string>;

function stepLines(cadence: Cadence, ids: Ids): string[] {
  const stages = stageOfSteps(cadence);
  const linesIn = (stage: NodeId | undefined, indent: string) =>
    cadence.nodes
      .filter(({ id }) => stages.get(id) === stage)
      .map((node) => `${indent}${ids.get(node.id) ?? ''}${shapeOf(node, cadence)}`);
  const boxes = cadence.nodes
    .filter(({ kind }) => kind === 'stage')
    .flatMap((stage) => [
      `  subgraph s${ids.get(stage.id) ?? ''}[${mermaidLabel(titleOf(stage))}]`,
      ...linesIn(stage.id, '    '),
      '  end'
    ]);
  return [...linesIn(undefined, '  '), ...boxes];
}

function shapeOf(node: CadenceNode, cadence: Cadence): string {
  const [open, close] = SHAPES[node.kind];
  const { title, line, short } = faceOf(node, cadence);
  const text = node.kind === 'note' ? node.text.split('\n') : [line === title ? '' : short];
  return `${open}${mermaidLabel(title, ...text)}${close}`;
}

function wayLines(cadence: Cadence, ids: Ids): string[] {
  const ports = drawnPorts(cadence);
  return cadence.edges.flatMap(({ from, port, to }) => {
    const [start, end] = [ids.get(from), ids.get(to)];
    if (start === undefined || end === undefined) return [];
    const all = ports.get(from) ?? [];
    const name = all.find(({ id }) => id === port)?.name ?? port;
    const label = all.length > 1 && port !== 'done' ? `|${mermaidLabel(name)}|` : '';
    return [`  ${start} -->${label} ${end}`];
  });
}

/** The colors of the channels and verdicts, in light. */
function toneLines(nodes: readonly CadenceNode[], ids: Ids): string[] {
  const byTone = new Map<Tone, string[]>();
  for (const node of nodes) {
    const tone = toneOf(node);
    byTone.set(tone, [...(byTone.get(tone) ?? []), ids.get(node.id) ?? '']);
  }
  const { ink, tones } = PALETTES.light;
  return [...byTone].flatMap(([tone, members]) => [
    `  classDef ${classOf(tone)} fill:${tones[tone].soft},stroke:${tones[tone].strong},color:${ink}`,
    `  class ${members.join(',')} ${classOf(tone)}`
  ]);
}

/** "call" alone is a word of Mermaid's own. */
function classOf(tone: Tone): string {
  return `tone${tone.charAt(0).toUpperCase()}${tone.slice(1)}`;
}
