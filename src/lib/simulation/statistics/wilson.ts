const Z = 1.959963984540054;

/** 95 % score interval of a share (E. B. Wilson, 1927): sensible at 0, at 1 and for few leads. */
export function wilson(
  count: number,
  total: number
): { readonly low: number; readonly high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const share = count / total;
  const z2 = Z * Z;
  const center = (share + z2 / (2 * total)) / (1 + z2 / total);
  const half =
    (Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total))) / (1 + z2 / total);
  return {
    low: count === 0 ? 0 : Math.max(0, center - half),
    high: count === total ? 1 : Math.min(1, center + half)
  };
}

/** The share of `total` that `count` is, with its interval. */
export function shareOf(
  count: number,
  total: number
): { readonly share: number; readonly low: number; readonly high: number } {
  return { share: total === 0 ? 0 : count / total, ...wilson(count, total) };
}
