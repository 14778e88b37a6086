import {
  describeNode,
  type Cadence,
  type CadenceNode,
  type CadenceFile,
  type Position
} from '$lib/domain';
import { toneOf, type Tone } from '$lib/drawing';
import { placesOf } from './place';

interface Box extends Position {
  readonly width: number;
  readonly height: number;
}

export interface ThumbnailShape extends Box {
  readonly look: 'card' | 'pill' | 'stage' | 'note';
  readonly tone: Tone;
}

export interface ThumbnailLine {
  /** An SVG path. */
  readonly path: string;
  readonly far: boolean;
}

/** A cadence as a small picture, in canvas units. */
export interface Thumbnail {
  readonly shapes: readonly ThumbnailShape[];
  readonly lines: readonly ThumbnailLine[];
  readonly view: Box;
  /** The drawing is longer than the picture. */
  readonly cut: 'bottom' | 'right' | null;
}

/** Canvas units across the picture: never closer, and farther than the middle only for wide drawings. */
const ACROSS = { closest: 900, usual: 1400, farthest: 2200 };
const MARGIN = 70;
const CARD = { width: 252, height: 56 };
const PILL = { height: 34, frame: 54, letter: 7.4, least: 96, most: 280 };
/** Lines longer than this step back behind those to the next step. */
const FAR = 320;
const NOTE = { width: 220, height: 90 };

/** The picture of `file`, for a frame `aspect` times as wide as it is high. */
export function thumbnailOf(file: CadenceFile, aspect: number): Thumbnail {
  const places = placesOf(file);
  const direction = file.layout.direction ?? 'down';
  const shapes = new Map(
    file.cadence.nodes.map((node) => [
      node.id,
      { ...(places.get(node.id) ?? { x: 0, y: 0 }), ...shapeOf(node, file.cadence) }
    ])
  );
  const lines = file.cadence.edges.flatMap(({ from, to }) => {
    const [start, end] = [shapes.get(from), shapes.get(to)];
    return start && end ? [lineBetween(start, end, direction)] : [];
  });
  const all = [...shapes.values()];
  return { shapes: all, lines, ...viewOf(boundsOf(all), direction, aspect) };
}

function shapeOf(node: CadenceNode, cadence: Cadence): Omit<ThumbnailShape, 'x' | 'y'> {
  const tone = toneOf(node);
  switch (node.kind) {
    case 'wait':
    case 'exit':
    case 'fork':
    case 'join':
      return { look: 'pill', tone, width: pillWidth(node, cadence), height: PILL.height };
    case 'stage':
      return { look: 'stage', tone, ...CARD };
    case 'note':
      return { look: 'note', tone, ...NOTE };
    case 'entry':
    case 'action':
    case 'branch':
    case 'handoff':
      return { look: 'card', tone, ...CARD };
  }
}

/** As wide as its text is on the canvas, so that lines meet it in the middle. */
function pillWidth(node: CadenceNode, cadence: Cadence): number {
  const text = node.kind === 'wait' ? describeNode(node, cadence) : node.name;
  const width = PILL.frame + text.length * PILL.letter;
  return Math.min(Math.max(width, PILL.least), PILL.most);
}

function lineBetween(from: Box, to: Box, direction: 'down' | 'right'): ThumbnailLine {
  if (direction === 'right') {
    const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
    const [x2, y2] = [to.x, to.y + to.height / 2];
    const bend = Math.max(24, Math.abs(x2 - x1) / 2);
    const path = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
    return { path, far: Math.abs(x2 - x1) > FAR };
  }
  const [x1, y1] = [from.x + from.width / 2, from.y + from.height];
  const [x2, y2] = [to.x + to.width / 2, to.y];
  const bend = Math.max(24, Math.abs(y2 - y1) / 2);
  const path = `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
  return { path, far: Math.abs(y2 - y1) > FAR };
}

function boundsOf(shapes: readonly Box[]): Box {
  if (shapes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const low = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const high = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  const x = low(shapes.map((shape) => shape.x));
  const y = low(shapes.map((shape) => shape.y));
  return {
    x,
    y,
    width: high(shapes.map((shape) => shape.x + shape.width)) - x,
    height: high(shapes.map((shape) => shape.y + shape.height)) - y
  };
}

/** All of it when that leaves the steps readable, else its beginning. */
function viewOf(
  bounds: Box,
  direction: 'down' | 'right',
  aspect: number
): Pick<Thumbnail, 'view' | 'cut'> {
  const whole = Math.max(bounds.width + 2 * MARGIN, (bounds.height + 2 * MARGIN) * aspect);
  const least = Math.max(bounds.width + 2 * MARGIN, ACROSS.usual);
  const width = Math.min(Math.max(whole, ACROSS.closest), least, ACROSS.farthest);
  const height = width / aspect;
  const long = bounds.height + 2 * MARGIN > height + 1;
  const wide = bounds.width + 2 * MARGIN > width + 1;
  return {
    view: {
      x: wide ? bounds.x - MARGIN : bounds.x - (width - bounds.width) / 2,
      y: long ? bounds.y - MARGIN : bounds.y - (height - bounds.height) / 2,
      width,
      height
    },
    cut: direction === 'down' && long ? 'bottom' : wide ? 'right' : long ? 'bottom' : null
  };
}
