import type { Export } from '../library-state.svelte';

/** Lets the person choose cadence files; nothing happens when she chooses none. */
export function chooseFiles(onchoose: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.multiple = true;
  input.addEventListener('change', () => onchoose([...(input.files ?? [])]));
  input.click();
}

/** Saves a text outside the app, as the browser saves downloads. */
export function download({ name, text }: Export): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
