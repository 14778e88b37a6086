import { getContext, setContext } from 'svelte';
import type { Preferences } from '$lib/app/context';
import type { NodeId } from '$lib/domain';
import { SampleLead } from './sample/sample-lead.svelte';
import { Folds } from './model/folds';
import type { NodeEditing } from './node-editing.svelte';

interface InspectingParts {
  readonly editing: () => NodeEditing;
  readonly preferences: Preferences;
  readonly show: (id: NodeId) => void;
}

/** What every form of the inspector shares, however deep it stands. */
export class Inspecting {
  readonly #editing: () => NodeEditing;
  /** Which sections are open. */
  readonly folds: Folds;
  /** The lead that texts and conditions are tried with. */
  readonly sample: SampleLead;
  /** Selects a step and brings it into view. */
  readonly show: (id: NodeId) => void;

  constructor({ editing, preferences, show }: InspectingParts) {
    this.#editing = editing;
    this.folds = new Folds(preferences);
    this.sample = new SampleLead(preferences, () => editing().editor.cadence);
    this.show = show;
  }

  get editing(): NodeEditing {
    return this.#editing();
  }
}

const KEY = Symbol('inspecting');

export function provideInspecting(parts: InspectingParts): Inspecting {
  return setContext(KEY, new Inspecting(parts));
}

/** What the inspector around this form shares; undefined in a form that stands alone. */
export function useInspecting(): Inspecting | undefined {
  return getContext<Inspecting | undefined>(KEY);
}
