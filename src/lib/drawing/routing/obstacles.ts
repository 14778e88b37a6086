import type { NodeId, Position } from '$lib/domain';
import { grown, overlap, runsThrough, type Box } from '../box';
import { cellsIn, Shelf } from '../shelf';

/** What routes go around, found by where it lies. */
export class Obstacles {
  readonly #shelf = new Shelf<readonly [NodeId, Box]>();
  readonly #boxes: ReadonlyMap<NodeId, Box>;

  constructor(boxes: ReadonlyMap<NodeId, Box>) {
    // In an order of its own: what is found first must not hang on how the boxes were told.
    this.#boxes = new Map([...boxes].sort(([a], [b]) => (a < b ? -1 : 1)));
    for (const entry of this.#boxes) this.#shelf.add(entry, entry[1]);
  }

  /** The first box that the line from `a` to `b` comes nearer to than its margin, which is `most` at most. */
  hit(a: Position, b: Position, margin: (id: NodeId) => number, most: number): Box | null {
    const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
    const line = { x, y, width: Math.max(a.x, b.x) - x, height: Math.max(a.y, b.y) - y };
    for (const [id, box] of this.#shelf.near(grown(line, most))) {
      if (runsThrough(box, a, b, margin(id))) return box;
    }
    return null;
  }

  /** Whether something shares some room with the region. */
  meets(region: Box): boolean {
    for (const [, box] of this.#shelf.near(region)) if (overlap(box, region)) return true;
    return false;
  }

  /** Everything that shares some room with the region, by id. */
  within(region: Box): readonly (readonly [NodeId, Box])[] {
    const inside = ([, box]: readonly [NodeId, Box]) => overlap(box, region);
    // A large region is gone through box by box rather than cell by cell.
    if (cellsIn(region) > this.#boxes.size) return [...this.#boxes].filter(inside);
    const found = new Map([...this.#shelf.near(region)].filter(inside));
    return [...this.#boxes].filter(([id]) => found.has(id));
  }
}
