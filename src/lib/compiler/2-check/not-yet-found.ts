/** Something that can be drawn but is not run: `cannot` when leaving it out changes what happens. */
export interface NotYet {
  readonly severity: 'cannot' | 'unused';
  /** In the plural, for the middle of a sentence. */
  readonly what: string;
  readonly field?: string;
}
