/** The list with the item at `from` standing at `to`. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const left = items.filter((_, at) => at !== from);
  const item = items.slice(from, from + 1);
  return [...left.slice(0, to), ...item, ...left.slice(to)];
}
