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

/**
 * Keyed draws, `hash(seed, lead, node, visit, purpose)`: a lead's luck depends on nothing else, so that
 * adding a step reshuffles nothing and neither order nor the number of workers matters.
 */
export class Draws {
  readonly #seed: number;
  #low = 0;
  #high = 0;

  /** Replications of one seed have nothing in common; the first is that of the seed alone. */
  constructor(seed: number, replication = 0) {
    this.#seed = mix(hashText(String(seed)) ^ 0x5bd1e995 ^ Math.imul(replication, 0x27d4eb2f));
  }

  /** Turns to another lead, counted from 0. */
  lead(index: number): void {
    this.#low = mix(this.#seed + Math.imul(index, 0x9e3779b1));
    this.#high = mix(this.#low ^ Math.imul(index + 1, 0x27d4eb2f));
  }

  /** A key of the lead for sticky splits. */
  get leadKey(): number {
    return mix(this.#high ^ 0x165667b1);
  }

  /** Uniform in [0, 1), of 32 bits. `node` is a `hashText` key; 0 where there is no node. */
  uniform(node: number, visit: number, purpose: Purpose): number {
    const place = node + Math.imul(visit, 0x85ebca77) + Math.imul(purpose, 0xc2b2ae3d);
    return (mix(mix(this.#low ^ place) + this.#high) >>> 0) / 0x100000000;
  }
}
