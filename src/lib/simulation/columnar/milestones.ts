/** Kernels that look at where the leads of the list in work stand and count it (see pass-open.ts). */
import { columns } from './block';
import { numbers } from './numbers';
import { SAID, TOLD, rehearse, said, told } from './told';

function kernels() {
  const { list, time, arrived, openBefore, touched, due, turns, lengths, openLengths } = columns;
  const row = numbers;
  const ask = told;
  const say = said;

  /** One visit more of each lead; fills `turns`. Returns how many came for the first time. */
  function countVisits(n: number, visits: Uint16Array): number {
    let first = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const visit = (visits[i] as number) + 1;
      visits[i] = visit;
      turns[j] = visit;
      first += visit === 1 ? 1 : 0;
    }
    return first;
  }

  /** The latest instant at which one of them stands. */
  function latestOf(n: number): number {
    let latest = 0;
    for (let j = 0; j < n; j++) latest = Math.max(latest, time[list[j] as number] as number);
    return latest;
  }

  /** How often the one that came most often has been here. */
  function mostOf(n: number, visits: Uint16Array): number {
    let most = 0;
    for (let j = 0; j < n; j++) most = Math.max(most, visits[list[j] as number] as number);
    return most;
  }

  /** The time from arrival to now, in `lengths`. */
  function lengthsOf(n: number): void {
    let sum = 0;
    let least = Infinity;
    let most = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      touched[i] = 1;
      const length = (time[i] as number) - (arrived[i] as number);
      lengths[j] = length;
      sum += length;
      least = length < least ? length : least;
      most = length > most ? length : most;
    }
    say[SAID.count] = n;
    say[SAID.sum] = sum;
    say[SAID.least] = least;
    say[SAID.most] = most;
  }

  /** The same of leads that were never touched. */
  function lengthsOfUntouched(n: number): void {
    let count = 0;
    let sum = 0;
    let least = Infinity;
    let most = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const counted = 1 - (touched[i] as number);
      touched[i] = 1;
      const length = (time[i] as number) - (arrived[i] as number);
      lengths[count] = length;
      count += counted;
      sum += counted * length;
      least = counted * (least - length) > 0 ? length : least;
      most = counted * length > most ? length : most;
    }
    say[SAID.count] = count;
    say[SAID.sum] = sum;
    say[SAID.least] = least;
    say[SAID.most] = most;
  }

  /** How long the calendar was open until the leads arrived. */
  function openUntilArrival(n: number): void {
    const base = ask[TOLD.base] as number;
    const perSlot = ask[TOLD.perSlot] as number;
    const opens = (ask[TOLD.opens] as number) | 0;
    const closes = (ask[TOLD.closes] as number) | 0;
    const before = (ask[TOLD.before] as number) | 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = arrived[i] as number;
      const slot = ((t - base) * perSlot) | 0;
      const from = row[(opens + slot) | 0] as number;
      const to = row[(closes + slot) | 0] as number;
      const within = (Math.abs(t - from) - Math.abs(t - to) + to - from) / 2;
      openBefore[i] = (row[(before + slot) | 0] as number) + within;
    }
  }

  /** From arrival to now in clock time, and by day; returns the latest of them. */
  function endsOf(n: number, counts: Int32Array): number {
    const midnight = ask[TOLD.midnight] as number;
    const perDay = ask[TOLD.perDay] as number;
    let sum = 0;
    let least = Infinity;
    let most = 0;
    let latest = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = time[i] as number;
      const length = t - (arrived[i] as number);
      lengths[j] = length;
      sum += length;
      least = length < least ? length : least;
      most = length > most ? length : most;
      latest = t > latest ? t : latest;
      const day = ((t - midnight) * perDay) | 0;
      counts[day] = (counts[day] as number) + 1;
    }
    say[SAID.count] = n;
    say[SAID.sum] = sum;
    say[SAID.least] = least;
    say[SAID.most] = most;
    return latest;
  }

  /** From arrival to now in open time. */
  function openLengthsOf(n: number): void {
    const base = ask[TOLD.base] as number;
    const perSlot = ask[TOLD.perSlot] as number;
    const opens = (ask[TOLD.opens] as number) | 0;
    const closes = (ask[TOLD.closes] as number) | 0;
    const before = (ask[TOLD.before] as number) | 0;
    let sum = 0;
    let least = Infinity;
    let most = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const t = time[i] as number;
      const slot = ((t - base) * perSlot) | 0;
      const from = row[(opens + slot) | 0] as number;
      const to = row[(closes + slot) | 0] as number;
      const within = (Math.abs(t - from) - Math.abs(t - to) + to - from) / 2;
      const open = (row[(before + slot) | 0] as number) + within - (openBefore[i] as number);
      openLengths[j] = open;
      sum += open;
      least = open < least ? open : least;
      most = open > most ? open : most;
    }
    say[SAID.openSum] = sum;
    say[SAID.openLeast] = least;
    say[SAID.openMost] = most;
  }

  /** Copies where the leads stand into another column. */
  function copyTime(n: number, from: Float64Array, to: Float64Array): void {
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      to[i] = from[i] as number;
    }
  }

  /** Spans of the leads whose span crosses midnight; returns the last day of one, or `last`. */
  function spansOf(
    n: number,
    from: Float64Array,
    to: Float64Array,
    counts: Int32Array,
    last: number
  ): number {
    const midnight = ask[TOLD.midnight] as number;
    const perDay = ask[TOLD.perDay] as number;
    let latest = last;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const first = (((from[i] as number) - midnight) * perDay) | 0;
      const end = (((to[i] as number) - midnight) * perDay) | 0;
      const crosses = first < end ? 1 : 0;
      counts[first] = (counts[first] as number) + crosses;
      counts[end] = (counts[end] as number) - crosses;
      latest = Math.max(latest, crosses > 0 ? end : -1);
    }
    return latest;
  }

  /** How many are later than what they were due. */
  function countLate(n: number): number {
    let late = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      late += (time[i] as number) > (due[i] as number) ? 1 : 0;
    }
    return late;
  }

  return {
    countVisits,
    latestOf,
    mostOf,
    lengthsOf,
    lengthsOfUntouched,
    openUntilArrival,
    endsOf,
    openLengthsOf,
    copyTime,
    spansOf,
    countLate
  };
}

export const {
  countVisits,
  latestOf,
  mostOf,
  lengthsOf,
  lengthsOfUntouched,
  openUntilArrival,
  endsOf,
  openLengthsOf,
  copyTime,
  spansOf,
  countLate
} = kernels();

const visits = new Uint16Array(1);
const counts = new Int32Array(1);
const instants = new Float64Array(1);
rehearse([
  () => countVisits(0, visits),
  () => latestOf(0),
  () => mostOf(0, visits),
  () => lengthsOf(0),
  () => lengthsOfUntouched(0),
  () => openUntilArrival(0),
  () => endsOf(0, counts),
  () => openLengthsOf(0),
  () => copyTime(0, instants, instants),
  () => spansOf(0, instants, instants, counts, -1),
  () => countLate(0)
]);
