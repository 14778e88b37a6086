import { getContext, setContext } from 'svelte';

/** How much of each step is drawn: all of it, its name in its color, or only its color. */
export type Detail = 'all' | 'names' | 'boxes';

/** Below these, letters of that size can no longer be read. */
const NAMES_BELOW = 0.5;
const BOXES_BELOW = 0.25;

/** From so many steps on, a drawing is no longer comfortable to work in: the list is offered. */
export const TOO_LARGE_TO_DRAW = 1500;

export function detailAt(zoom: number): Detail {
  if (zoom < BOXES_BELOW) return 'boxes';
  return zoom < NAMES_BELOW ? 'names' : 'all';
}

const KEY = Symbol('detail');

export function provideDetail(detail: () => Detail): void {
  setContext(KEY, detail);
}

/** How much of itself what is drawn here is to show. */
export function useDetail(): () => Detail {
  return getContext<(() => Detail) | undefined>(KEY) ?? (() => 'all');
}
