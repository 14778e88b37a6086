import type { StaffModel } from '../model/staff-model';
import { Desk, type Assignment, type DeskHost } from '../people/desk';
import { KeyedHeap } from '../people/keyed-heap';
import type { Asked } from '../people/requests';
import type { Crowd } from './crowd';
import { AT, INT, type ParkedLeads } from './parked-leads';
import type { PeopleCounts } from './people-counts';
import type { Service } from './service';

/** So much happens at the desk before others have their turn. */
const AT_ONCE = 4096;

/** What is asked for at a place. */
export interface TaskAt {
  readonly demand: number;
  readonly step: number;
  /** Of the step and the segment together. */
  readonly priority: number;
}

/** What the desk works with. */
export interface DeskTools {
  readonly crowd: Crowd;
  readonly parked: ParkedLeads;
  readonly people: PeopleCounts;
  /** Leads must not stand later. */
  readonly limit: number;
  /** Of all places. */
  readonly tasks: readonly TaskAt[];
  /** The block is full. */
  readonly goOn: () => boolean;
}

/** Tasks wait at the desk that the general path has too, in any order and for any people. */
export class AtDesk implements Service, DeskHost {
  readonly #tools: DeskTools;
  readonly #desk: Desk;
  /** When whoever is at work on a task is free again, by its number at the desk. */
  readonly #releases = new KeyedHeap();
  /** Row of those parked, by number at the desk. */
  readonly #rows: number[] = [];
  readonly #asked: { -readonly [Member in keyof Asked]: Asked[Member] } = {
    demand: 0,
    step: 0,
    lead: 0,
    turn: 0,
    at: 0,
    priority: 0,
    due: 0,
    effort: 0
  };
  #now = -Infinity;
  #next = 0;
  #count = 0;
  #until = 0;
  #isOver = true;
  #allEarly = true;

  constructor(staff: StaffModel, tools: DeskTools) {
    this.#tools = tools;
    this.#desk = new Desk(staff);
  }

  get idle(): boolean {
    return this.#desk.waiting === 0;
  }

  open(count: number, until: number): void {
    this.#next = 0;
    this.#count = count;
    this.#until = until;
    this.#isOver = false;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  serve(): boolean {
    const { rows, floats, words } = this.#tools.parked;
    for (let left = AT_ONCE; left > 0; left--) {
      const asks =
        this.#next < this.#count
          ? (floats[(rows[this.#next] as number) * words + AT.asked] as number)
          : Infinity;
      const release = this.#releases.least;
      const happens = Math.min(asks, release);
      const next = this.#desk.next(this.#now);
      if (happens >= this.#until && next >= this.#until) {
        this.#isOver = true;
        break;
      }
      if (next < happens) {
        this.#now = next;
        this.#desk.assign(next, this);
        if (!this.#allEarly) return false;
      } else {
        this.#now = happens;
        if (release <= asks) this.#desk.release(this.#releases.pop());
        else this.#ask(rows[this.#next++] as number, asks);
      }
    }
    return true;
  }

  #ask(row: number, at: number): void {
    const { floats, ints, words } = this.#tools.parked;
    const place = ints[row * 2 * words + INT.place] as number;
    const asked = this.#asked;
    const { demand, step, priority } = this.#tools.tasks[place] as TaskAt;
    asked.demand = demand;
    asked.step = step;
    asked.lead = ints[row * 2 * words + INT.lead] as number;
    asked.at = at;
    asked.priority = priority;
    asked.due = floats[row * words + AT.due] as number;
    asked.effort = floats[row * words + AT.effort] as number;
    this.#rows[this.#desk.ask(asked)] = row;
  }

  mayBegin(_request: number, at: number): number {
    return at;
  }

  begun(request: number, made: Readonly<Assignment>): void {
    const { crowd, people, limit, goOn } = this.#tools;
    if (made.ends >= limit) this.#allEarly = false;
    if (!this.#allEarly) return;
    this.#releases.set(request, made.ends);
    this.#take(this.#rows[request] as number, made);
    people.count(made, crowd, crowd.count++);
    if (crowd.isFull && !goOn()) this.#allEarly = false;
  }

  /** The lead of a row takes the next place of the block. */
  #take(row: number, { begins, ends, effort }: Readonly<Assignment>): void {
    const { crowd, parked } = this.#tools;
    const i = crowd.count;
    crowd.rows[i] = row;
    crowd.asked[i] = parked.floats[row * parked.words + AT.asked] as number;
    crowd.begins[i] = begins;
    crowd.effort[i] = effort;
    crowd.block.time[i] = ends;
  }

  /** Only where leads may not be contacted at all hours. */
  putOff(): void {
    this.#allEarly = false;
  }
}
