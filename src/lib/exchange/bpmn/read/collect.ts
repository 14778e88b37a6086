import type { NoteNode } from '$lib/domain';
import type { Box } from '../geometry';
import { child, children, textOf, type Element } from '../moddle';
import type { Notes } from './notes';
import { ownStep, withTimer } from './own-data';
import { Sketch, type Spot } from './sketch';

/** A process within a process. */
export interface Inner {
  readonly id: string;
  /** The spots right within it. */
  readonly members: readonly string[];
}

/** A text that stands in the drawing. */
export interface Annotation {
  readonly id: string;
  readonly text: string;
  readonly box: Box | null;
  readonly node?: NoteNode;
  readonly own?: Spot['own'];
}

export interface Collected {
  readonly sketch: Sketch;
  /** Outer ones first. */
  readonly inners: readonly Inner[];
  readonly annotations: readonly Annotation[];
  /** Frames that somebody else has drawn. */
  readonly groups: readonly Element[];
  /** The spot that each boundary event sits on. */
  readonly hosts: ReadonlyMap<string, string>;
}

const INNER = new Set(['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess']);
const SPOT = /^bpmn:\w*(Task|Event|Gateway|Activity)$/;
const DATA = /^bpmn:Data/;

export type Boxes = ReadonlyMap<Element, Box>;

/** Everything of a process, however deep, as spots and ways. */
export function collect(process: Element, boxes: Boxes, notes: Notes): Collected {
  const sketch = new Sketch();
  const inners: Inner[] = [];
  const annotations: Annotation[] = [];
  const hosts = new Map<string, string>();
  const lanes = lanesOf(process);
  const flows: Element[] = [];
  const groups: Element[] = [];
  const containers: { element: Element; id: string | null; lane: string | null }[] = [
    { element: process, id: null, lane: null }
  ];
  // The list grows while it is walked: outer ones first, and no depth is too deep.
  for (const { element: container, id: within, lane: around } of containers) {
    const members: string[] = [];
    for (const element of children(container, 'flowElements')) {
      const { $type: type } = element;
      const lane = lanes.get(element) ?? around;
      if (type === 'bpmn:SequenceFlow') flows.push(element);
      else if (INNER.has(type) && element['triggeredByEvent'] === true) {
        notes.add(
          element,
          'Cadences have no processes that events start in the middle.',
          'It was left out with everything in it.'
        );
      } else if (INNER.has(type) || SPOT.test(type)) {
        const spot = spotOf(element, sketch, boxes, lane);
        sketch.put(spot);
        members.push(spot.id);
        if (children(element, 'flowElements').length > 0) {
          containers.push({ element, id: spot.id, lane });
        }
        const host = type === 'bpmn:BoundaryEvent' ? child(element, 'attachedToRef') : null;
        if (host) hosts.set(spot.id, textOf(host, 'id'));
      } else {
        const why = DATA.test(type)
          ? 'Cadences have no data objects.'
          : 'Cadences know nothing like it.';
        notes.add(element, why, 'It was left out.');
      }
    }
    for (const element of children(container, 'artifacts')) {
      if (element.$type === 'bpmn:TextAnnotation') annotations.push(annotationOf(element, boxes));
      else if (element.$type === 'bpmn:Group' && element['drawn'] !== true) groups.push(element);
    }
    if (within !== null) inners.push({ id: within, members });
  }
  for (const flow of flows) link(flow, sketch, notes);
  return { sketch, inners, annotations, groups, hosts };
}

function spotOf(element: Element, sketch: Sketch, boxes: Boxes, lane: string | null): Spot {
  const id = textOf(element, 'id') || `element+${sketch.spots.length}`;
  const base: Spot = {
    id,
    type: element.$type,
    name: textOf(element, 'name').replace(/\s+/g, ' ').trim(),
    element,
    box: boxes.get(element) ?? null,
    lane
  };
  const own = ownStep(element);
  if (!own) return base;
  const { at, place, node: written } = own;
  return { ...base, node: withTimer(written, element), own: { at, place, written } };
}

function annotationOf(element: Element, boxes: Boxes): Annotation {
  const id = textOf(element, 'id');
  const base = { id, text: textOf(element, 'text'), box: boxes.get(element) ?? null };
  const own = ownStep(element);
  if (own?.node.kind !== 'note') return base;
  return { ...base, node: own.node, own: { at: own.at, place: own.place, written: own.node } };
}

function link(flow: Element, sketch: Sketch, notes: Notes): void {
  const source = child(flow, 'sourceRef');
  const from = textOf(source, 'id');
  const to = textOf(child(flow, 'targetRef'), 'id');
  if (!sketch.spot(from) || !sketch.spot(to)) {
    notes.add(flow, 'One of its ends is not there.', 'It was left out.');
    return;
  }
  const edge = textOf(flow, 'edge');
  const port = textOf(flow, 'port');
  sketch.link({
    id: textOf(flow, 'id') || `flow+${from}+${to}`,
    from,
    to,
    name: textOf(flow, 'name').replace(/\s+/g, ' ').trim(),
    condition: textOf(child(flow, 'conditionExpression'), 'body').trim(),
    fallback: source?.['default'] === flow,
    element: flow,
    ...(edge && port
      ? { port, own: { at: Number(flow['at']), edge, from: textOf(flow, 'from') } }
      : {})
  });
}

/** The innermost lane that each element lies in. */
function lanesOf(process: Element): ReadonlyMap<Element, string> {
  const lanes = new Map<Element, string>();
  const open = children(process, 'laneSets').flatMap((set) => children(set, 'lanes'));
  const seen = new Set<Element>();
  // Outer ones first, so that inner ones have the last word.
  for (const lane of open) {
    if (seen.has(lane)) continue;
    seen.add(lane);
    const name = textOf(lane, 'name').replace(/\s+/g, ' ').trim();
    if (name) for (const element of children(lane, 'flowNodeRef')) lanes.set(element, name);
    const inner = child(lane, 'childLaneSet');
    if (inner) open.push(...children(inner, 'lanes'));
  }
  return lanes;
}
