import { SvelteSet } from 'svelte/reactivity';
import type { NodeId } from '$lib/domain';
import type { Reading } from '../walk/reading.svelte';
import type { OutlineRow } from './rows';

/** What is seen of the list: which rows are folded, looked for, and which one the keys are on. */
export class OutlineState {
  readonly #reading: Reading;
  readonly #find: (query: string) => readonly { readonly id: NodeId }[];
  readonly #folded = new SvelteSet<string>();
  #query = $state('');
  #active: string | null = $state(null);
  /** The step whose name is being written in its row. */
  #renaming: NodeId | null = $state(null);

  readonly #rows: readonly OutlineRow[] = $derived.by(() => this.#visible());
  readonly #place: ReadonlyMap<string, number> = $derived(
    new Map(this.#rows.map(({ key }, index) => [key, index]))
  );

  /** `find` gives the steps that fit what is typed into the filter. */
  constructor(reading: Reading, find: (query: string) => readonly { readonly id: NodeId }[]) {
    this.#reading = reading;
    this.#find = find;
  }

  /** The rows that are shown, in order. */
  get rows(): readonly OutlineRow[] {
    return this.#rows;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
  }

  /** The row that the keys are on; the first when the one they were on is gone. */
  get active(): OutlineRow | null {
    return this.#rows[this.indexOf(this.#active)] ?? this.#rows[0] ?? null;
  }

  get renaming(): NodeId | null {
    return this.#renaming;
  }

  set renaming(id: NodeId | null) {
    this.#renaming = id;
  }

  indexOf(key: string | null): number {
    return key === null ? -1 : (this.#place.get(key) ?? -1);
  }

  /** Puts the keys on a row, and unfolds whatever it stands under. */
  goTo(key: string): void {
    const rows = new Map(this.#reading.outline.rows.map((row) => [row.key, row]));
    let parent = rows.get(key)?.parent ?? null;
    if (this.indexOf(key) === -1) this.#query = '';
    for (; parent !== null; parent = rows.get(parent)?.parent ?? null) this.#folded.delete(parent);
    this.#active = key;
  }

  hasChildren(key: string): boolean {
    return this.#reading.outline.children.has(key);
  }

  isOpen(key: string): boolean {
    return this.#query.trim() !== '' || !this.#folded.has(key);
  }

  fold(key: string): void {
    this.#folded.add(key);
  }

  unfold(key: string): void {
    this.#folded.delete(key);
  }

  #visible(): readonly OutlineRow[] {
    const { rows } = this.#reading.outline;
    const found = this.#found(rows);
    if (found) return rows.filter(({ key }) => found.has(key));
    const hidden = new Set<string>();
    return rows.filter(({ key, parent }) => {
      const isHidden = parent !== null && (hidden.has(parent) || this.#folded.has(parent));
      if (isHidden) hidden.add(key);
      return !isHidden;
    });
  }

  /** The steps that fit what was typed, and the rows that they stand under; null when nothing was. */
  #found(rows: readonly OutlineRow[]): ReadonlySet<string> | null {
    if (this.#query.trim() === '') return null;
    const parents = new Map(rows.map(({ key, parent }) => [key, parent]));
    const found = new Set<string>();
    for (const { id } of this.#find(this.#query)) {
      let key: string | null = id;
      for (; key !== null && !found.has(key); key = parents.get(key) ?? null) found.add(key);
    }
    return found;
  }
}
