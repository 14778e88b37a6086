/** The candidate that differs from `word` by the fewest typing errors; undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const most = word.length < 4 ? 1 : word.length < 8 ? 2 : 3;
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    const errors = distance(word.slice(0, 40), candidate.slice(0, 40));
    if (errors < least) [best, least] = [candidate, errors];
  }
  return best;
}

/** Letters added, left out, changed, or swapped with their neighbor. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
