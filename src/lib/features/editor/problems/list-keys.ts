/** Arrow keys go from one entry of a list to the next, Home and End to its ends; Tab goes on as ever. */
export function onListKey(event: KeyboardEvent): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const entries = [...list.querySelectorAll<HTMLElement>('[data-jump]')];
  const row = event.target instanceof Element ? event.target.closest('li') : null;
  const here = entries.findIndex((entry) => row?.contains(entry));
  const wanted: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(here + 1, entries.length - 1),
    ArrowUp: Math.max(here - 1, 0),
    Home: 0,
    End: entries.length - 1
  };
  const next = wanted[event.key];
  if (here === -1 || next === undefined) return;
  event.preventDefault();
  entries[next]?.focus();
}
