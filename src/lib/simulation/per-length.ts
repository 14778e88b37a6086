/**
 * What whole milliseconds are multiplied by instead of divided by `length`: a hair more than one by it, so
 * that whole multiples never come out below, and nothing less than one reaches it in 500 years.
 */
export function perLength(length: number): number {
  return (1 + 1 / 0x100000000000) / length;
}
