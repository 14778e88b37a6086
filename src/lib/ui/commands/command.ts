/** Something a person can do from the palette, from anywhere. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Other words it is found by; not shown. */
  readonly also?: string;
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
