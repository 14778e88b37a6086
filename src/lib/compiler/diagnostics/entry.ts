import type { Severity } from './diagnostic';

/** One entry of the catalogue: the message is made of what it is about. */
export interface CatalogueEntry {
  readonly severity: Severity;
  /** Why it matters and what to do. */
  readonly help: string;
  readonly message: (...parts: never[]) => string;
}

export type Catalogue = Readonly<Record<string, CatalogueEntry>>;
