import type { Input } from '$lib/engine';

const NOTHING: readonly string[] = [];

/**
 * The inputs that come by the million, written into one object each time: the engine keeps none of them,
 * and whoever follows a lead has written them down before the next one.
 */
export class Inputs {
  readonly #input: {
    type: 'timer' | 'complete';
    at: number;
    token: number;
    disposition: number;
    checklist: readonly string[];
  } = { type: 'timer', at: 0, token: 0, disposition: 0, checklist: NOTHING };

  timer(at: number): Input {
    this.#input.type = 'timer';
    this.#input.at = at;
    return this.#input;
  }

  complete(at: number, token: number, disposition: number, checklist: readonly string[]): Input {
    const input = this.#input;
    input.type = 'complete';
    input.at = at;
    input.token = token;
    input.disposition = disposition;
    input.checklist = checklist;
    return input;
  }
}
