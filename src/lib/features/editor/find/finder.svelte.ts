import type { NodeId } from '$lib/domain';
import type { EditorState } from '../editor-state.svelte';
import type { Reading } from '../walk/reading.svelte';
import { findIndex, findSteps, type FindIndex, type Hit } from './find-steps';
import { TEXT_GROUPS, type TextGroup } from './texts-of';

export interface FinderParts {
  readonly editor: EditorState;
  readonly reading: Reading;
  readonly announce: (words: string) => void;
  /** Selects a step and brings it into view, and leaves the focus where it is. */
  readonly reveal: (id: NodeId) => void;
}

/** Finds steps by everything written in them, and goes from one to the next. */
export class Finder {
  readonly #parts: FinderParts;
  #query = $state('');
  #active = $state(0);
  readonly #index: FindIndex = $derived.by(() =>
    findIndex(this.#parts.editor.cadence, this.#parts.reading.outline.order)
  );
  readonly #hits: readonly Hit[] = $derived(findSteps(this.#index, this.#query));

  constructor(parts: FinderParts) {
    this.#parts = parts;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.#active = 0;
  }

  /** The steps that were found, sorted by what they were found by. */
  get hits(): readonly Hit[] {
    return this.#hits;
  }

  get groups(): readonly { readonly group: TextGroup; readonly hits: readonly Hit[] }[] {
    return TEXT_GROUPS.map((group) => ({
      group,
      hits: this.#hits.filter((hit) => hit.group === group)
    })).filter(({ hits }) => hits.length > 0);
  }

  get active(): Hit | null {
    return this.#hits[Math.min(this.#active, this.#hits.length - 1)] ?? null;
  }

  /** What is offered in the palette for what was typed there. */
  find(query: string): readonly Hit[] {
    return findSteps(this.#index, query);
  }

  point(hit: Hit): void {
    this.#active = Math.max(0, this.#hits.indexOf(hit));
  }

  /** Points at the next one, round the ends. */
  move(by: number): void {
    const { length } = this.#hits;
    if (length > 0) this.#active = (this.#active + by + length) % length;
  }

  /** Shows the step that is pointed at. */
  jump(): void {
    const { reading, announce, reveal } = this.#parts;
    const { active } = this;
    if (!active) {
      announce(this.#query.trim() === '' ? 'Nothing is looked for.' : 'Nothing was found.');
      return;
    }
    const number = this.#hits.indexOf(active) + 1;
    reveal(active.id);
    announce(`${number} of ${this.#hits.length}: ${reading.wordsFor(active.id)}`);
  }

  /** To the next or previous one, and shows it. */
  jumpBy(by: 1 | -1): void {
    this.move(by);
    this.jump();
  }
}
