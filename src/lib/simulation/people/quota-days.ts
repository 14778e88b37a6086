import { nextDate, roll, type CompiledCalendar } from '$lib/calendar';
import type { QuotaModel } from '../model/staff-model';

/** What is left of a quota, day by day. Instants never go back. */
export class QuotaDays {
  readonly #perDay: number;
  readonly #calendar: CompiledCalendar;
  #used = 0;
  /** When its day is over. */
  #until = -Infinity;
  /** From when on there is room again. */
  #again = -Infinity;

  constructor({ perDay }: QuotaModel, calendar: CompiledCalendar) {
    this.#perDay = perDay;
    this.#calendar = calendar;
  }

  /** The first instant from `at` on at which one more may begin: when a working day opens, if not now. */
  roomFrom(at: number): number {
    if (at < this.#again) return this.#again;
    if (at >= this.#until) {
      this.#used = 0;
      this.#until = nextDate(this.#calendar, at);
    }
    if (this.#used < this.#perDay) return at;
    this.#again = roll(this.#calendar, this.#until);
    return this.#again;
  }

  /** One begins; right after `roomFrom` of the same instant. */
  use(): void {
    this.#used++;
  }
}
