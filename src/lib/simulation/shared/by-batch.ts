/**
 * Kernels that add up what concerns the leads of a list, by the batch of each: leads that go on together
 * may be counted in different cells. Row `row` of a column is where its first batch stands.
 */

/** How many leads; where there is one batch, no more than that need be asked. */
export function countBatches(
  list: Uint16Array,
  n: number,
  batch: Uint8Array,
  column: Float64Array,
  row: number,
  batches: number
): void {
  if (batches === 1) {
    column[row] = (column[row] as number) + n;
    return;
  }
  for (let j = 0; j < n; j++) {
    const at = row + (batch[list[j] as number] as number);
    column[at] = (column[at] as number) + 1;
  }
}

/** A figure of each lead. */
export function addFigures(
  list: Uint16Array,
  n: number,
  figures: Float64Array,
  batch: Uint8Array,
  column: Float64Array
): void {
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const at = batch[i] as number;
    column[at] = (column[at] as number) + (figures[i] as number);
  }
}

/** Where each lead stands, in the order of the list. */
export function gather(
  list: Uint16Array,
  n: number,
  time: Float64Array,
  values: Float64Array
): void {
  for (let j = 0; j < n; j++) values[j] = time[list[j] as number] as number;
}

/** Time that has passed for each lead since it stood where `before` says, in the order of the list. */
export function addPassed(
  list: Uint16Array,
  n: number,
  before: Float64Array,
  time: Float64Array,
  batch: Uint8Array,
  column: Float64Array,
  row: number
): void {
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    const at = row + (batch[i] as number);
    column[at] = (column[at] as number) + ((time[i] as number) - (before[j] as number));
  }
}

/** Values that were gathered in the order of the list, the first of them at `from`. */
export function addGathered(
  list: Uint16Array,
  n: number,
  values: Float64Array,
  from: number,
  batch: Uint8Array,
  column: Float64Array
): void {
  for (let j = 0; j < n; j++) {
    const at = batch[list[j] as number] as number;
    column[at] = (column[at] as number) + (values[from + j] as number);
  }
}

/** How many are later than what they were due. */
export function countLateOf(
  list: Uint16Array,
  n: number,
  time: Float64Array,
  due: Float64Array,
  batch: Uint8Array,
  column: Float64Array,
  row: number
): void {
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    if ((time[i] as number) <= (due[i] as number)) continue;
    const at = row + (batch[i] as number);
    column[at] = (column[at] as number) + 1;
  }
}

/** Leads that were never touched until now: how many, and the time from their arrival. */
export function countAnswers(
  list: Uint16Array,
  n: number,
  time: Float64Array,
  arrived: Float64Array,
  touched: Uint8Array,
  batch: Uint8Array,
  answered: Float64Array,
  response: Float64Array
): void {
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    if (touched[i] === 1) continue;
    const at = batch[i] as number;
    answered[at] = (answered[at] as number) + 1;
    response[at] = (response[at] as number) + ((time[i] as number) - (arrived[i] as number));
  }
}

/** Leads that come for the first time. */
export function countFirsts(
  list: Uint16Array,
  n: number,
  visits: Uint16Array,
  batch: Uint8Array,
  column: Float64Array,
  row: number
): void {
  for (let j = 0; j < n; j++) {
    const i = list[j] as number;
    if (visits[i] !== 1) continue;
    const at = row + (batch[i] as number);
    column[at] = (column[at] as number) + 1;
  }
}
