/** How often a disposition opens a step again, the first time counted, where the step says nothing of repetition. */
export const ATTEMPTS = 3;
