import type { CadenceFile, Scenario } from '$lib/domain';
import type { ModelOptions } from '$lib/simulation';

/** What is to be simulated, as data: it can be handed to a thread. */
export interface Subject {
  readonly file: CadenceFile;
  readonly scenario: Scenario;
  readonly options: Pick<ModelOptions, 'leads' | 'seed' | 'start' | 'brief'>;
}
