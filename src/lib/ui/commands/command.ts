/** Something a person can do from the palette, from anywhere. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Words it is also found by, and a line of explanation. */
  readonly hint?: string;
  /** As `parseShortcut` reads it. */
  readonly shortcut?: string;
  /** Its shortcut works while somebody types too, in place of what the key does there. */
  readonly whileTyping?: boolean;
  /** Known by its shortcut only; not offered in the palette. */
  readonly hidden?: boolean;
  /** Heading it stands under. */
  readonly group: string;
  run(): void;
}
