import type { Preferences } from '$lib/app/context';
import type { Cadence, Scalar } from '$lib/domain';
import { inventLeads, type Values } from './invent';

interface Kept {
  readonly chosen: number;
  /** What was typed in place of the invented values. */
  readonly values: Values;
}

/**
 * The lead that texts and conditions of a cadence are tried with: an invented one, with values of one's
 * own. Kept on this device, never in the cadence.
 */
export class SampleLead {
  readonly #preferences: Preferences;
  readonly #cadence: () => Cadence;
  readonly #key: string = $derived.by(() => `editor.sample.${this.#cadence().id}`);
  #changed: Kept | null = $state.raw(null);

  readonly #kept: Kept = $derived.by(
    () => this.#changed ?? readKept(this.#preferences.read(this.#key))
  );
  readonly #leads = $derived.by(() => inventLeads(this.#cadence().fields));

  constructor(preferences: Preferences, cadence: () => Cadence) {
    this.#preferences = preferences;
    this.#cadence = cadence;
  }

  /** The names of those to choose from. */
  get names(): readonly string[] {
    return this.#leads.map(({ name }) => name);
  }

  get chosen(): number {
    return this.#kept.chosen in this.#leads ? this.#kept.chosen : 0;
  }

  get name(): string {
    return this.names[this.chosen] ?? '';
  }

  /** By field; a field that is not there, or null or empty, is not known. */
  get values(): Values {
    return { ...this.#leads[this.chosen]?.values, ...this.#kept.values };
  }

  get isChanged(): boolean {
    return Object.keys(this.#kept.values).length > 0;
  }

  /** Another of them, as invented. */
  choose(chosen: number): void {
    this.#keep({ chosen, values: {} });
  }

  set(field: string, value: Scalar): void {
    this.#keep({ chosen: this.chosen, values: { ...this.#kept.values, [field]: value } });
  }

  #keep(kept: Kept): void {
    this.#changed = kept;
    this.#preferences.write(this.#key, kept);
  }
}

function readKept(value: unknown): Kept {
  const nothing: Kept = { chosen: 0, values: {} };
  if (value === null || typeof value !== 'object') return nothing;
  const { chosen, values } = value as Partial<Record<keyof Kept, unknown>>;
  if (typeof chosen !== 'number' || values === null || typeof values !== 'object') return nothing;
  const scalars = Object.entries(values).filter(
    ([, each]) => each === null || ['string', 'number', 'boolean'].includes(typeof each)
  );
  return { chosen, values: Object.fromEntries(scalars) };
}
