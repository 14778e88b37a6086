import type { CadenceEdge, CadenceFile, NodeId, Position } from '$lib/domain';
import { drawnPorts, sizesOf, titleOf } from '$lib/drawing';
import { portAnchors, type Direction, type PortAnchor, type Side } from '$lib/layout';
import { stageOfSteps } from '../../stages';
import { aroundMiddle, around, boxesOf, EVENT, type Box } from '../geometry';
import { isSmall } from '../kinds';
import type { Element } from '../moddle';
import { xmlLine } from '../xml-text';
import type { Draft } from './draft';
import type { WrittenFlow } from './flows';
import { pointOn, route } from './route';
import type { StepElements } from './steps';

const PADDING = 24;
/** bpmn.io breaks names outside of elements at this width. */
const LABEL = { width: 90, line: 14, letters: 15, gap: 8 };

/** Frames around the steps of each stage, as BPMN groups. */
export interface Bands {
  readonly groups: readonly Element[];
  readonly shapes: readonly Element[];
}

/** Where everything is drawn: a box for each element, a line for each way. */
export class Diagram {
  readonly #draft: Draft;
  readonly #file: Pick<CadenceFile, 'cadence' | 'layout'>;
  readonly #boxes: ReadonlyMap<NodeId, Box>;
  readonly #anchors: ReadonlyMap<NodeId, ReadonlyMap<string, PortAnchor>>;
  readonly #direction: Direction;

  constructor(draft: Draft, file: Pick<CadenceFile, 'cadence' | 'layout'>) {
    this.#draft = draft;
    this.#file = file;
    this.#direction = file.layout.direction ?? 'down';
    this.#boxes = boxesOf(file);
    this.#anchors = anchorsOf(file, this.#direction);
  }

  /** The shapes of a step. */
  shapes(id: NodeId, { main, attached }: StepElements): Element[] {
    const box = this.#boxes.get(id);
    if (!box) return [];
    const label = isSmall(main.$type) ? this.#label(main, box) : undefined;
    const shape = this.#shape(main, box, label);
    if (!attached) return [shape];
    return [shape, this.#shape(attached.element, this.#onRim(id, box, attached.port))];
  }

  /** The line of a way. */
  line({ edge, element }: WrittenFlow): Element {
    const from = this.#boxes.get(edge.from);
    const to = this.#boxes.get(edge.to);
    const side = this.#side(edge.from, edge.port);
    const source = element['sourceRef'] as Element;
    const points = from && to ? this.#way(source, edge, from, to, side) : [];
    const named = typeof element['name'] === 'string' && points[1] ? element['name'] : null;
    return this.#draft.make('bpmndi:BPMNEdge', {
      id: `di-${String(element['id'])}`,
      bpmnElement: element,
      waypoint: points.map(({ x, y }) => this.#draft.make('dc:Point', { x, y })),
      label: named === null ? undefined : this.#lineLabel(named, points, side)
    });
  }

  #way({ $type }: Element, edge: CadenceEdge, from: Box, to: Box, side: Side): readonly Position[] {
    if ($type === 'bpmn:BoundaryEvent') {
      return route(this.#onRim(edge.from, from, edge.port), side, to, this.#direction);
    }
    const anchor = this.#anchors.get(edge.from)?.get(edge.port);
    // Drawn as large as on our canvas, an element has our places for its ways out.
    const start =
      anchor && !isSmall($type) ? { x: from.x + anchor.x, y: from.y + anchor.y } : undefined;
    return route(from, side, to, this.#direction, start);
  }

  /** The frames of the stages, behind everything else. */
  bands(): Bands {
    const { cadence } = this.#file;
    const stages = stageOfSteps(cadence);
    const groups: Element[] = [];
    const shapes: Element[] = [];
    for (const stage of cadence.nodes) {
      if (stage.kind !== 'stage') continue;
      const members = cadence.nodes.filter(({ id }) => stages.get(id) === stage.id);
      const boxes = members.flatMap(({ id }) => this.#boxes.get(id) ?? []);
      const box = around(boxes, PADDING);
      if (!box || members.length < 2) continue;
      const value = this.#draft.make('bpmn:CategoryValue', {
        id: `category-value-${stage.id}`,
        value: xmlLine(titleOf(stage))
      });
      this.#draft.roots.push(
        this.#draft.make('bpmn:Category', { id: `category-${stage.id}`, categoryValue: [value] })
      );
      const group = this.#draft.make('bpmn:Group', {
        id: `band-${stage.id}`,
        categoryValueRef: value,
        stage: stage.id
      });
      groups.push(group);
      const name = { x: box.x + LABEL.gap, y: box.y + 4, width: LABEL.width, height: LABEL.line };
      const label = this.#draft.make('bpmndi:BPMNLabel', { bounds: this.#bounds(name) });
      shapes.push(this.#shape(group, box, label));
    }
    return { groups, shapes };
  }

  #shape(element: Element, box: Box, label?: Element): Element {
    return this.#draft.make('bpmndi:BPMNShape', {
      id: `di-${String(element['id'])}`,
      bpmnElement: element,
      bounds: this.#bounds(box),
      label
    });
  }

  #bounds({ x, y, width, height }: Box): Element {
    return this.#draft.make('dc:Bounds', { x, y, width, height });
  }

  /** Off the lines: beside an event when the flow runs down, below it when it runs right, and over a gateway. */
  #label({ $type, name }: Element, box: Box): Element {
    const height = heightOf(String(name));
    const size = { width: LABEL.width, height };
    const down = this.#direction === 'down';
    const beside = box.x + box.width + LABEL.gap;
    const at = $type.endsWith('Gateway')
      ? { x: beside - 2 * LABEL.gap, y: box.y - height }
      : down
        ? { x: beside, y: box.y + (box.height - height) / 2 }
        : { x: box.x + (box.width - LABEL.width) / 2, y: box.y + box.height + LABEL.gap };
    return this.#draft.make('bpmndi:BPMNLabel', { bounds: this.#bounds({ ...at, ...size }) });
  }

  #lineLabel(name: string, points: readonly Position[], side: Side): Element {
    const height = heightOf(name);
    const size = { width: LABEL.width, height };
    const [start = { x: 0, y: 0 }] = points;
    const out = LABEL.width / 2 + LABEL.gap;
    const at = {
      top: { x: start.x + out, y: start.y - height },
      bottom: { x: start.x + out, y: start.y + height },
      left: { x: start.x - out, y: start.y - height / 2 - LABEL.gap / 2 },
      right: { x: start.x + out, y: start.y - height / 2 - LABEL.gap / 2 }
    }[side];
    const box = { ...aroundMiddle(at, size), ...size };
    return this.#draft.make('bpmndi:BPMNLabel', { bounds: this.#bounds(box) });
  }

  #onRim(id: NodeId, host: Box, port: string): Box {
    const size = { width: EVENT, height: EVENT };
    return { ...aroundMiddle(pointOn(host, this.#side(id, port)), size), ...size };
  }

  #side(id: NodeId, port: string): Side {
    return (
      this.#anchors.get(id)?.get(port)?.side ?? (this.#direction === 'down' ? 'bottom' : 'right')
    );
  }
}

/** Where on a step each of its ports is. */
function anchorsOf({ cadence }: Pick<CadenceFile, 'cadence'>, direction: Direction) {
  const sizes = sizesOf(cadence, direction);
  const ports = drawnPorts(cadence);
  return new Map(
    cadence.nodes.map(({ id, kind }) => {
      const size = sizes.get(id) ?? { width: 0, height: 0 };
      const anchors = portAnchors(kind, ports.get(id) ?? [], size, direction);
      return [id, new Map(anchors.map((anchor) => [anchor.port, anchor]))];
    })
  );
}

function heightOf(name: string): number {
  return LABEL.line * Math.max(1, Math.ceil(name.length / LABEL.letters));
}
