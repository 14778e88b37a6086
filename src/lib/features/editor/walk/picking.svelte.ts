import type { NodeId } from '$lib/domain';
import { fold, matchText, wordsOf } from '../find/match-text';
import type { Connector } from './connector.svelte';
import { wayWords } from './flow-graph';
import type { Reading } from './reading.svelte';

/** Something to choose: a way, a step that it may lead to, or nowhere. */
export type Pick = { readonly name: string; readonly line: string } & (
  | { readonly type: 'way'; readonly id: string }
  | { readonly type: 'step'; readonly id: NodeId }
  | { readonly type: 'nowhere'; readonly id: null }
);

/** Rows at most; nobody looks through more of them. */
const MOST = 60;

/** The list that a way, and then what it leads to, is chosen from. */
export class Picking {
  readonly #connector: Connector;
  readonly #reading: Reading;
  #query = $state('');
  #at = $state(0);
  readonly #all: readonly Pick[] = $derived.by(() => this.#offered());
  readonly #found: readonly Pick[] = $derived.by(() => {
    const words = wordsOf(this.#query);
    return words.length === 0
      ? this.#all
      : this.#all.filter(({ name }) => matchText(fold(name), words));
  });
  readonly #picks: readonly Pick[] = $derived(this.#found.slice(0, MOST));

  constructor(connector: Connector, reading: Reading) {
    this.#connector = connector;
    this.#reading = reading;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.#at = 0;
  }

  get picks(): readonly Pick[] {
    return this.#picks;
  }

  /** How many are not listed. */
  get more(): number {
    return this.#found.length - this.#picks.length;
  }

  get active(): Pick | null {
    return this.#picks[Math.min(this.#at, this.#picks.length - 1)] ?? null;
  }

  move(by: number): void {
    const { length } = this.#picks;
    if (length > 0) this.#at = (this.#at + by + length) % length;
  }

  take(pick = this.active): void {
    if (!pick) return;
    this.query = '';
    if (pick.type === 'way') this.#connector.choose(pick.id);
    else if (pick.type === 'step') this.#connector.connect(pick.id);
    else this.#connector.release();
  }

  /** Back to choosing the way, once nothing is typed any more. */
  back(): boolean {
    if (this.#query !== '' || this.#connector.port === null) return false;
    this.#at = 0;
    this.#connector.back();
    return true;
  }

  leave(): void {
    this.#connector.stop();
  }

  #offered(): readonly Pick[] {
    const { graph } = this.#reading;
    const { port, ways, targets } = this.#connector;
    if (port === null) {
      return ways.map((way) => ({
        type: 'way',
        id: way.port,
        name: wayWords(graph, way),
        line: way.to === null ? 'leads nowhere yet' : `leads to ${this.#reading.nameOf(way.to)}`
      }));
    }
    const steps = targets.map((target): Pick => ({ type: 'step', ...target }));
    const isLed = ways.some((way) => way.port === port && way.to !== null);
    const nowhere: Pick = {
      type: 'nowhere',
      id: null,
      name: 'Nowhere',
      line: 'take the connection away'
    };
    return isLed ? [...steps, nowhere] : steps;
  }
}
