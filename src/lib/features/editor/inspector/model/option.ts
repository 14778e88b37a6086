/** One thing to choose from a list. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
  /** Options of a group stand together under its name. */
  readonly group?: string;
}
