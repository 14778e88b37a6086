import type { Model } from '../../model/model';
import type { StaffModel } from '../../model/staff-model';
import { Desk, type Assignment, type DeskHost } from '../../people/desk';
import { KeyedHeap } from '../../people/keyed-heap';
import type { Asked } from '../../people/requests';
import { AT, INT, type ParkedLeads } from './parked-leads';
import type { Served, Service } from './served';

/** Tasks wait at the desk that the general path has too, in any order and for any people. */
export class AtDesk implements Service, DeskHost {
  readonly #model: Model;
  readonly #staff: StaffModel;
  readonly #parked: ParkedLeads;
  readonly #host: Served;
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

  constructor(model: Model, staff: StaffModel, parked: ParkedLeads, host: Served) {
    this.#model = model;
    this.#staff = staff;
    this.#parked = parked;
    this.#host = host;
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

  serve(many: number): boolean {
    const { rows, floats, words } = this.#parked;
    for (let left = many; left > 0; left--) {
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
    const { floats, ints, words } = this.#parked;
    const pc = this.#host.taskOf(row);
    const step = this.#model.steps[pc];
    const asked = this.#asked;
    asked.demand = this.#staff.asks[0]?.[pc] ?? 0;
    asked.step = step?.key ?? 0;
    asked.lead = ints[row * 2 * words + INT.lead] as number;
    asked.at = at;
    asked.priority = (step?.priority ?? 0) + this.#host.priorityOf(row);
    asked.due = floats[row * words + AT.due] as number;
    asked.effort = this.#host.effortOf(row);
    this.#rows[this.#desk.ask(asked)] = row;
  }

  mayBegin(_request: number, at: number): number {
    return at;
  }

  begun(request: number, made: Readonly<Assignment>): void {
    const { group, at, begins, ends, effort, switching, overtime } = made;
    this.#releases.set(request, ends);
    const row = this.#rows[request] as number;
    if (!this.#host.served(row, group, at, begins, ends, effort, switching, overtime))
      this.#allEarly = false;
  }

  /** Only where leads may not be contacted at all hours. */
  putOff(): void {
    this.#allEarly = false;
  }
}
