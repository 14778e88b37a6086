import { CHANNEL_NAMES, describeNode, type Cadence, type CadenceNode } from '$lib/domain';
import { KIND_NAMES } from './kind-names';
import { toneOf, type Tone } from './tones';

/** Letters of the second line that a card has room for. */
const LINE_LENGTH = 36;

/** What a node shows of itself. */
export interface Face {
  readonly title: string;
  /** One line of truth under the title. */
  readonly line: string;
  /** As much of it as a card has room for, in whole parts. */
  readonly short: string;
  /** The single text of kinds that are drawn as a pill. */
  readonly pill: string;
  readonly tone: Tone;
}

/** What a node is called, named or not. */
export function titleOf(node: CadenceNode): string {
  return node.name.trim() || `Unnamed ${KIND_NAMES[node.kind].toLowerCase()}`;
}

/** What sort of node it is, as the palette calls it. */
export function sortOf(node: CadenceNode): string {
  return node.kind === 'action' ? CHANNEL_NAMES[node.channel] : KIND_NAMES[node.kind];
}

export function faceOf(node: CadenceNode, cadence: Cadence): Face {
  const title = titleOf(node);
  const line = describeNode(node, cadence);
  return {
    title,
    line,
    short: shortened(line),
    pill: node.kind === 'wait' ? line : title,
    tone: toneOf(node)
  };
}

/** Leaves out parts from the end, so that none is cut in the middle. */
function shortened(line: string): string {
  const parts = line.split(' · ');
  while (parts.length > 1 && parts.join(' · ').length > LINE_LENGTH) parts.pop();
  return parts.join(' · ');
}
