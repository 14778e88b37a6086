/** Rows that are made beyond both ends of the view, so that scrolling finds them there. */
const BEYOND = 8;

/** The places of the rows to be made: those in view, and the one that the keys are on. */
export function rowsInView(
  count: number,
  height: number,
  top: number,
  room: number,
  active: number
): readonly number[] {
  const first = Math.min(Math.max(0, Math.floor(top / height) - BEYOND), count);
  const last = Math.min(count, Math.ceil((top + room) / height) + BEYOND);
  const shown = Array.from({ length: last - first }, (_, index) => first + index);
  if (active < 0 || active >= count) return shown;
  if (active < first) return [active, ...shown];
  return active >= last ? [...shown, active] : shown;
}
