/** An amount of money: with cents while they matter. The scenario knows no currency. */
export function money(amount: number): string {
  const digits = Math.abs(amount) < 1000 ? 2 : 0;
  return amount.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits
  });
}
