import { tick } from 'svelte';

/** Where the settings of what is selected are. */
export const SETTINGS = 'editor-settings';

/** Puts the focus into the settings: on the name, to write over it, or on the first thing to change. */
export async function focusSettings(part: 'first' | 'name'): Promise<void> {
  await tick();
  const settings = document.getElementById(SETTINGS);
  const body = settings?.querySelector('.body') ?? settings;
  const field =
    part === 'name'
      ? body?.querySelector<HTMLInputElement>('input[type="text"]')
      : body?.querySelector<HTMLElement>('input, select, textarea, button, [tabindex="0"]');
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
