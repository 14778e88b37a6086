/** Something a person can do from the palette, from anywhere. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Words it is also found by, and a line of explanation. */
  readonly hint?: string;
  /** As `parseShortcut` reads it; pressed anywhere outside a field, or with `mod` in one too. */
  readonly shortcut?: string;
  /** Heading it stands under. */
  readonly group: string;
  run(): void;
}
