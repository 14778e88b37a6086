import type { CadenceEdge, CadenceFile, EdgeId, NodeId, Position } from '$lib/domain';
import { drawnCadence, titleOf, type DrawnEdge } from '$lib/drawing';
import type { Direction } from '$lib/layout';
import { stageOfSteps, xmlLine } from '../shared';
import { around, aroundMiddle, boxesOf, EVENT, middleOf, placed, type Box } from '../geometry';
import { isSmall } from '../kinds';
import type { Element } from '../moddle';
import { docked } from './dock';
import type { Draft } from './draft';
import type { WrittenFlow } from './flows';
import type { StepElements } from './steps';

const PADDING = 24;
/** bpmn.io breaks names outside of elements at this width. */
const LABEL = { width: 90, line: 14, letters: 15, gap: 8 };

type Drawing = Pick<CadenceFile, 'cadence' | 'layout'>;

/** Frames of stages and of ours, as BPMN groups. */
export interface Groups {
  readonly elements: readonly Element[];
  readonly shapes: readonly Element[];
}

/** Where everything is drawn: a box for each element, a line for each way. */
export class Diagram {
  readonly #draft: Draft;
  readonly #file: Drawing;
  readonly #boxes: ReadonlyMap<NodeId, Box>;
  readonly #lines: ReadonlyMap<EdgeId, DrawnEdge>;
  readonly #ports: ReadonlyMap<string, Box>;
  readonly #frames: ReturnType<typeof drawnCadence>['frames'];
  readonly #direction: Direction;

  constructor(draft: Draft, unplaced: Drawing) {
    const file = placed(unplaced);
    const drawn = drawnCadence(file);
    this.#draft = draft;
    this.#file = file;
    this.#direction = drawn.direction;
    this.#boxes = boxesOf(file);
    this.#lines = new Map(drawn.edges.map((each) => [each.edge.id, each]));
    this.#frames = drawn.frames;
    this.#ports = new Map(
      drawn.nodes.flatMap(({ node, box, ports }) =>
        ports.map(({ port, x, y }): [string, Box] => {
          const size = { width: EVENT, height: EVENT };
          const corner = aroundMiddle({ x: box.x + x, y: box.y + y }, size);
          return [portKey({ from: node.id, port }), { ...corner, ...size }];
        })
      )
    );
  }

  /** The shapes of a step. */
  shapes(id: NodeId, { main, attached }: StepElements): Element[] {
    const box = this.#boxes.get(id);
    if (!box) return [];
    const label = isSmall(main.$type) ? this.#nameBox(main, box) : undefined;
    const rim = attached && this.#ports.get(portKey({ from: id, port: attached.port }));
    const shape = this.#shape(main, box, label);
    return attached && rim ? [shape, this.#shape(attached.element, rim)] : [shape];
  }

  /** The line of a way. */
  line({ edge, element }: WrittenFlow): Element {
    const [from, to] = [this.#boxes.get(edge.from), this.#boxes.get(edge.to)];
    const drawn = this.#lines.get(edge.id);
    const ends = [element['sourceRef'], element['targetRef']] as [Element, Element];
    const points =
      from && to
        ? docked(
            drawn?.points ?? [],
            { type: ends[0].$type, box: from },
            { type: ends[1].$type, box: to }
          )
        : [];
    return this.#draft.make('bpmndi:BPMNEdge', {
      id: `di-${String(element['id'])}`,
      bpmnElement: element,
      waypoint: points.map(({ x, y }) => this.#draft.make('dc:Point', { x, y })),
      label: drawn?.label ? this.#label(besideLine(drawn.label, drawn.points)) : undefined
    });
  }

  /** All frames, behind everything else. */
  groups(): Groups {
    const { cadence } = this.#file;
    const stages = stageOfSteps(cadence);
    const bands = cadence.nodes.flatMap((stage) => {
      if (stage.kind !== 'stage') return [];
      const members = cadence.nodes.filter(({ id }) => stages.get(id) === stage.id);
      const box = around(
        members.flatMap(({ id }) => this.#boxes.get(id) ?? []),
        PADDING
      );
      return box && members.length > 1
        ? [{ id: `band-${stage.id}`, name: titleOf(stage), box }]
        : [];
    });
    const frames = this.#frames.map(({ frame, box }) => ({
      id: `frame-${frame.id}`,
      name: frame.name,
      box
    }));
    const all = [...bands, ...frames].map((each) => this.#group(each));
    return { elements: all.map(({ group }) => group), shapes: all.map(({ shape }) => shape) };
  }

  #group({ id, name, box }: { id: string; name: string; box: Box }) {
    const value = this.#draft.make('bpmn:CategoryValue', {
      id: `value-${id}`,
      value: xmlLine(name)
    });
    const category = { id: `category-${id}`, categoryValue: [value] };
    this.#draft.roots.push(this.#draft.make('bpmn:Category', category));
    const group = this.#draft.make('bpmn:Group', { id, categoryValueRef: value, drawn: true });
    const corner = { x: box.x + LABEL.gap, y: box.y + 4 };
    const label = this.#label({ ...corner, width: LABEL.width, height: LABEL.line });
    return { group, shape: this.#shape(group, box, label) };
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

  #label(box: Box): Element {
    return this.#draft.make('bpmndi:BPMNLabel', { bounds: this.#bounds(box) });
  }

  /** Off the lines: beside an event when the flow runs down, below it when it runs right, and over a gateway. */
  #nameBox({ $type, name }: Element, box: Box): Element {
    const height = LABEL.line * Math.max(1, Math.ceil(String(name).length / LABEL.letters));
    const beside = box.x + box.width + LABEL.gap;
    const at = $type.endsWith('Gateway')
      ? { x: beside - 2 * LABEL.gap, y: box.y - height }
      : this.#direction === 'down'
        ? { x: beside, y: box.y + (box.height - height) / 2 }
        : { x: box.x + (box.width - LABEL.width) / 2, y: box.y + box.height + LABEL.gap };
    return this.#label({ ...at, width: LABEL.width, height });
  }
}

function portKey({ from, port }: Pick<CadenceEdge, 'from' | 'port'>): string {
  return `${from} ${port}`;
}

/** Labels of ours lie on their line with a ground of their own; elsewhere they have none and lie beside it. */
function besideLine(label: Box, points: readonly Position[]): Box {
  const { x, y } = middleOf(label);
  const level = points.some((b, i) => {
    const a = points[i - 1];
    const within = a && Math.min(a.x, b.x) <= x && x <= Math.max(a.x, b.x);
    return within && a.y === b.y && Math.abs(y - b.y) < 1;
  });
  return level
    ? { ...label, y: label.y - label.height / 2 - 2 }
    : { ...label, x: label.x + label.width / 2 };
}
