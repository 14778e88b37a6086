import type { AskOrder } from './ask-order';
import { Levels } from './levels';
import { Line, type LineTools, type Team } from './line';
import { INT } from './parked-leads';
import type { PeopleCounts } from './people-counts';
import type { Service } from './service';

/** What lines work with. */
interface LinesTools extends LineTools {
  readonly order: AskOrder;
  readonly people: PeopleCounts;
  /** Row of the group that does the tasks of a place. */
  readonly groupAt: Int32Array;
  /** The block is full. */
  readonly goOn: () => boolean;
}

/** One line of tasks a group: each task is done by one group alone, whose people are all alike. */
export class Lines implements Service {
  readonly #tools: LinesTools;
  readonly #lines: readonly Line[];

  /** So many levels of those who are served before others; 1: first come, first served. */
  constructor(tools: LinesTools, teams: readonly Team[], levels: number) {
    this.#tools = tools;
    this.#lines = teams.map(
      (team) => new Line(tools, team, levels > 1 ? new Levels(levels) : null)
    );
  }

  get idle(): boolean {
    return this.#lines.every(({ isEmpty }) => isEmpty);
  }

  open(count: number, until: number): void {
    const { parked, order } = this.#tools;
    const [line] = this.#lines;
    if (this.#lines.length > 1) this.#part(count);
    else if (line) {
      line.asking.rows = parked.rows;
      line.asking.instants = order.instants;
      line.asking.count = count;
    }
    for (const each of this.#lines) each.open(until);
  }

  get isOver(): boolean {
    return this.#lines.every(({ isOver }) => isOver);
  }

  serve(): boolean {
    const { crowd, people, goOn } = this.#tools;
    for (let group = 0; group < this.#lines.length; group++) {
      const line = this.#lines[group] as Line;
      if (line.isOver) continue;
      const from = crowd.count;
      if (!line.begin()) return false;
      people.countAll(group, from, crowd);
      if (crowd.isFull) return goOn();
    }
    return true;
  }

  /** Everybody asks at the line of the group that does the task. */
  #part(count: number): void {
    const { parked, order, groupAt } = this.#tools;
    const { rows, ints, words } = parked;
    for (const { asking } of this.#lines) {
      asking.count = 0;
      if (asking.rows.length >= count) continue;
      asking.rows = new Int32Array(2 * count);
      asking.instants = new Float64Array(2 * count);
    }
    for (let j = 0; j < count; j++) {
      const row = rows[j] as number;
      const group = groupAt[ints[row * 2 * words + INT.place] as number] as number;
      const { asking } = this.#lines[group] as Line;
      asking.rows[asking.count] = row;
      asking.instants[asking.count++] = order.instants[j] as number;
    }
  }
}
