/** A part of a whole. The color is a CSS value, usually a token. */
export interface Segment {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly color: string;
  /** Half the width of an interval around the share, from 0 to 1. */
  readonly margin?: number;
}

/** A whole number with thousands commas. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** A share from 0 to 1 as `23.3 %`. Never "0.0 %" for something nor "100.0 %" for not quite all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %';
  if (share < 1 && share > 0.999) return '> 99.9 %';
  return `${(share * 100).toFixed(1)} %`;
}
