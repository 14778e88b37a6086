import { hashText, mix } from '$lib/engine';

/** What a draw decides: draws of different purposes never share a number. */
export const PURPOSE = {
  arrival: 1,
  segment: 2,
  outcome: 3,
  effort: 4,
  delay: 5,
  signal: 6,
  signalDelay: 7
} as const;
export type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE];

/** What a seed and a replication start from. Replications of one seed have nothing in common. */
export function startOf(seed: number, replication: number): number {
  return mix(hashText(String(seed)) ^ 0x5bd1e995 ^ Math.imul(replication, 0x27d4eb2f));
}

/** The two halves of a lead's key; leads are counted from 0. */
export function lowOf(start: number, lead: number): number {
  return mix(start + Math.imul(lead, 0x9e3779b1));
}
export function highOf(low: number, lead: number): number {
  return mix(low ^ Math.imul(lead + 1, 0x27d4eb2f));
}

/** A key of the lead for sticky splits. */
export function leadKeyOf(high: number): number {
  return mix(high ^ 0x165667b1);
}

/** What a purpose adds to the key of a node. */
export function purposeOf(purpose: Purpose): number {
  return Math.imul(purpose, 0xc2b2ae3d);
}

/** The place of a draw: `key` is that of its node and its purpose together, `visit` counts from 1. */
export function placeOf(key: number, visit: number): number {
  return mix(key + Math.imul(visit, 0x85ebca77));
}

/**
 * The 32 bits drawn at a place: one mixing a draw is enough where keys and places are mixed before. Of a
 * lead, every place has other bits; two leads have the same ones nowhere but by chance.
 */
export function bitsAt(low: number, high: number, place: number): number {
  // What `mix` does, written out: a call more in the innermost loops would cost a tenth of their time.
  let h = ((low ^ place) + high) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * Keyed draws, `hash(seed, lead, node, visit, purpose)`: a lead's luck depends on nothing else, so that
 * adding a step reshuffles nothing and neither order nor the number of workers matters.
 */
export class Draws {
  readonly #seed: number;
  #low = 0;
  #high = 0;

  constructor(seed: number, replication = 0) {
    this.#seed = startOf(seed, replication);
  }

  /** Turns to another lead, counted from 0. */
  lead(index: number): void {
    this.#low = lowOf(this.#seed, index);
    this.#high = highOf(this.#low, index);
  }

  /** A key of the lead for sticky splits. */
  get leadKey(): number {
    return leadKeyOf(this.#high);
  }

  /** Uniform in [0, 1), of 32 bits. `node` is a `hashText` key; 0 where there is no node. */
  uniform(node: number, visit: number, purpose: Purpose): number {
    // Cut to 32 bits at once: sums beyond them would be made of floats.
    const place = placeOf((node + purposeOf(purpose)) | 0, visit);
    return (bitsAt(this.#low, this.#high, place) >>> 0) / 0x100000000;
  }
}
