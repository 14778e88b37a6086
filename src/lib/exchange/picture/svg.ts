import type { CadenceFile } from '$lib/domain';
import {
  drawnCadence,
  type Band,
  type DrawnCadence,
  type DrawnEdge,
  type DrawnFrame
} from '$lib/drawing';
import type { Icons } from './icons';
import { element, escaped, mixed } from './markup';
import { PALETTES, type Palette, type Theme } from './palette';
import { stepMarkup, text, type Brush } from './steps';

export interface PictureOptions {
  readonly theme: Theme;
  readonly icons: Icons;
  /** A style sheet that brings the font, so that the picture looks the same everywhere. */
  readonly fontFace?: string;
  /** Whether the cadence's name stands over it. */
  readonly title: boolean;
  /** Whether it has the canvas' color behind it. Default: yes. */
  readonly ground?: boolean;
}

/** A picture as SVG, and its size in units of the canvas. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 40;
const TITLE = { height: 44, size: 20 };
const FONT = "'Inter Variable', Inter, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const LABEL = { padding: 9, size: 11 };

/** All that is drawn of a cadence as one SVG that needs nothing beside it; null when nothing is drawn. */
export function pictureOf(
  file: Pick<CadenceFile, 'cadence' | 'layout'>,
  { theme, icons, fontFace = '', title, ground = true }: PictureOptions
): Picture | null {
  const drawn = drawnCadence(file);
  if (!drawn.box) return null;
  const palette = PALETTES[theme];
  const brush: Brush = { palette, icons };
  const named = title && file.cadence.name.trim() !== '';
  const over = named ? TITLE.height : 0;
  const x = Math.floor(drawn.box.x - MARGIN);
  const y = Math.floor(drawn.box.y - MARGIN - over);
  const width = Math.ceil(drawn.box.width + 2 * MARGIN);
  const height = Math.ceil(drawn.box.height + 2 * MARGIN + over);
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${x} ${y} ${width} ${height}`,
      width,
      height,
      'font-family': FONT,
      role: 'img'
    },
    `<title>${escaped(file.cadence.name)}</title>`,
    fontFace === '' ? '' : `<style>${escaped(fontFace)}</style>`,
    arrow(palette),
    ground ? element('rect', { x, y, width, height, fill: palette.canvas }) : '',
    named
      ? text(file.cadence.name, {
          x: x + MARGIN,
          y: y + MARGIN + TITLE.size - 2,
          width: width - 2 * MARGIN,
          size: TITLE.size,
          weight: 650,
          fill: palette.ink
        })
      : '',
    ...drawn.bands.map((band) => bandMarkup(band, drawn, palette)),
    ...drawn.frames.map((frame) => frameMarkup(frame, palette)),
    element(
      'g',
      {
        fill: 'none',
        stroke: wayColor(palette),
        'stroke-width': 1.6,
        'marker-end': 'url(#arrow)'
      },
      ...drawn.edges.map(({ path }) => element('path', { d: path }))
    ),
    ...drawn.nodes.map((node) => stepMarkup(node, brush)),
    ...drawn.edges.map((edge) => labelMarkup(edge, palette))
  );
  return { svg, width, height };
}

/** A little stronger than on the canvas: nobody can point at a line of a picture to see where it goes. */
function wayColor(palette: Palette): string {
  return mixed(palette.ink3, palette.line2, 0.45);
}

function arrow(palette: Palette): string {
  const look = {
    id: 'arrow',
    viewBox: '0 0 8 8',
    refX: 7,
    refY: 4,
    markerWidth: 8,
    markerHeight: 8,
    markerUnits: 'userSpaceOnUse',
    orient: 'auto'
  };
  const tip = element('path', { d: 'M0 0.5L8 4L0 7.5Z', fill: wayColor(palette) });
  return element('defs', {}, element('marker', look, tip));
}

function bandMarkup(
  { stage, at, from, length }: Band,
  drawn: DrawnCadence,
  palette: Palette
): string {
  const tone = drawn.nodes.find(({ node }) => node.id === stage.id)?.tone ?? 'stage';
  const line = {
    stroke: mixed(palette.tones[tone].strong, palette.line2, 0.38),
    'stroke-dasharray': '4 4'
  };
  const to = from + length;
  return drawn.direction === 'down'
    ? element('line', { x1: from, y1: at, x2: to, y2: at, ...line })
    : element('line', { x1: at, y1: from, x2: at, y2: to, ...line });
}

function frameMarkup({ frame, tone, box }: DrawnFrame, palette: Palette): string {
  const { strong } = palette.tones[tone];
  const { x, y, width, height } = box;
  return (
    element('rect', {
      x,
      y,
      width,
      height,
      rx: 16,
      fill: mixed(strong, palette.canvas, 0.06),
      stroke: mixed(strong, palette.canvas, 0.4),
      'stroke-width': 1.5
    }) +
    text(frame.name, {
      x: x + 12,
      y: y + 18,
      width: width - 24,
      size: 12,
      weight: 620,
      fill: mixed(strong, palette.ink, 0.82)
    })
  );
}

function labelMarkup({ text: words, label }: DrawnEdge, palette: Palette): string {
  if (!label || words === '') return '';
  const { x, y, width, height } = label;
  const look = { rx: height / 2, fill: palette.canvas, stroke: palette.line };
  return (
    element('rect', { x, y, width, height, ...look }) +
    text(words, {
      x: x + width / 2,
      y: y + height / 2 + 4,
      width: width - 2 * LABEL.padding + 2,
      size: LABEL.size,
      fill: palette.ink2,
      centered: true
    })
  );
}
