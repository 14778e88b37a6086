/** One completion of what is being typed. */
export interface Suggestion {
  /** What would stand in the field. */
  readonly value: string;
  /** How it is shown, where that is not the value. */
  readonly label?: string;
  /** Stands quietly at the end. */
  readonly note?: string;
}

/** What may stand in place of the text from `from` to `to`. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
}

/** A stretch of a text with marks; put together they are the text. */
export interface MarkedPart {
  readonly text: string;
  readonly tone?: 'accent' | 'wrong' | undefined;
}
