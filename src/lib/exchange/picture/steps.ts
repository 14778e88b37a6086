import type { DrawnNode } from '$lib/drawing';
import { iconOf, type Icons } from './icons';
import { element, escaped, mixed } from './markup';
import type { Palette } from './palette';
import { fitted, wrapped } from './text';

/** What the parts of a picture are drawn with. */
export interface Brush {
  readonly palette: Palette;
  readonly icons: Icons;
}

const CARD = { padding: 12, chip: 26, gap: 10, radius: 12 };
const PILL = { left: 6, right: 14, chip: 22, gap: 8 };
const NOTE = { padding: 12, line: 18, lines: 12, size: 12 };

/** A step as it looks on the canvas. */
export function stepMarkup(drawn: DrawnNode, brush: Brush): string {
  switch (drawn.node.kind) {
    case 'wait':
    case 'exit':
    case 'fork':
    case 'join':
      return pill(drawn, brush);
    case 'stage':
      return stage(drawn, brush);
    case 'note':
      return note(drawn, drawn.node.text, brush);
    case 'entry':
    case 'action':
    case 'branch':
    case 'handoff':
      return card(drawn, brush);
  }
}

function card(drawn: DrawnNode, brush: Brush): string {
  const { box, face } = drawn;
  const { ink, ink2, surface, line } = brush.palette;
  const x = box.x + CARD.padding + CARD.chip + CARD.gap;
  const width = box.x + box.width - CARD.padding - x;
  const middle = box.y + box.height / 2;
  return group(
    drawn,
    rect(box, { rx: CARD.radius, fill: surface, stroke: line }),
    chip(drawn, box.x + CARD.padding, CARD.chip, 7, brush),
    text(face.title, { x, y: middle - 4, width, size: 13, weight: 600, fill: ink }),
    text(face.short, { x, y: middle + 13, width, size: 12, fill: ink2 })
  );
}

function pill(drawn: DrawnNode, brush: Brush): string {
  const { box, face, node, tone } = drawn;
  const { surface, line, tones } = brush.palette;
  const x = box.x + PILL.left + PILL.chip + PILL.gap;
  const width = box.x + box.width - PILL.right - x;
  const round = node.kind === 'exit' || node.kind === 'wait';
  return group(
    drawn,
    rect(box, { rx: Math.min(box.height / 2, 17), fill: surface, stroke: line }),
    chip(drawn, box.x + PILL.left, PILL.chip, round ? PILL.chip / 2 : 7, brush),
    text(face.pill, {
      x,
      y: box.y + box.height / 2 + 4.5,
      width,
      size: 13,
      weight: 580,
      fill: tones[tone].strong
    })
  );
}

function stage(drawn: DrawnNode, brush: Brush): string {
  const { box, face, tone } = drawn;
  const { surface, ink2, tones } = brush.palette;
  const { strong, soft } = tones[tone];
  const fill = mixed(soft, surface, 0.7);
  const x = box.x + CARD.padding + 4 + 16 + 4 + CARD.gap;
  const width = box.x + box.width - CARD.padding - x;
  const middle = box.y + box.height / 2;
  return group(
    drawn,
    rect(box, { rx: CARD.radius, fill, stroke: mixed(strong, fill, 0.26) }),
    icon(drawn, box.x + CARD.padding + 4, middle - 8, 16, brush),
    text(face.title, { x, y: middle - 4, width, size: 13, weight: 620, fill: strong }),
    text(face.line, { x, y: middle + 13, width, size: 12, fill: ink2 })
  );
}

function note(drawn: DrawnNode, words: string, brush: Brush): string {
  const { box, node } = drawn;
  const { surface, ink, ink2, tones } = brush.palette;
  const fill = mixed(tones.wait.soft, surface, 0.6);
  const x = box.x + NOTE.padding;
  const width = box.width - 2 * NOTE.padding;
  const named = node.name !== '';
  const lines = wrapped(words, width, NOTE.size, NOTE.lines);
  return group(
    drawn,
    rect(box, { rx: 8, fill, stroke: mixed(tones.wait.strong, fill, 0.2) }),
    named
      ? text(node.name, { x, y: box.y + 25, width, size: NOTE.size, weight: 600, fill: ink })
      : '',
    ...lines.map((line, i) =>
      text(line, {
        x,
        y: box.y + 25 + (i + (named ? 1 : 0)) * NOTE.line,
        width,
        size: NOTE.size,
        fill: ink2
      })
    )
  );
}

/** The whole name and line are told where the pointer rests, however little of them fits. */
function group({ face }: DrawnNode, ...inner: readonly string[]): string {
  const whole = face.line === face.title ? face.title : `${face.title}\n${face.line}`;
  return element('g', {}, `<title>${escaped(whole)}</title>`, ...inner);
}

function chip(drawn: DrawnNode, x: number, size: number, radius: number, brush: Brush): string {
  const y = drawn.box.y + (drawn.box.height - size) / 2;
  const { soft } = brush.palette.tones[drawn.tone];
  const inner = Math.round(size * 0.62);
  const inset = (size - inner) / 2;
  return (
    element('rect', { x, y, width: size, height: size, rx: radius, fill: soft }) +
    icon(drawn, x + inset, y + inset, inner, brush)
  );
}

function icon({ node, tone }: DrawnNode, x: number, y: number, size: number, brush: Brush): string {
  const markup = brush.icons[iconOf(node)];
  if (markup === undefined) return '';
  const scale = size / 24;
  return element(
    'g',
    {
      transform: `translate(${x} ${y}) scale(${Math.round(scale * 1000) / 1000})`,
      fill: 'none',
      stroke: brush.palette.tones[tone].strong,
      'stroke-width': 1.8,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round'
    },
    markup
  );
}

type Box = DrawnNode['box'];

function rect(box: Box, look: { rx: number; fill: string; stroke: string }): string {
  const { x, y, width, height } = box;
  // The line lies within the box, as a border does.
  return element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    ...look
  });
}

interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly weight?: number;
  readonly fill: string;
  /** `x` is its middle rather than its start. */
  readonly centered?: boolean;
}

export function text(
  words: string,
  { x, y, width, size, weight, fill, centered = false }: TextLook
): string {
  const shown = fitted(words, width, size);
  if (shown === '') return '';
  const look = { x, y, 'font-size': size, 'font-weight': weight, fill };
  const anchor = centered ? { 'text-anchor': 'middle' } : {};
  return element('text', { ...look, ...anchor }, escaped(shown));
}
