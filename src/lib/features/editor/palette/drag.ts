import { PALETTE, type PaletteItem } from './items';

const TYPE = 'application/x-cadenza-step';

/** Puts a palette item into the drag that begins. */
export function startDrag(event: DragEvent, item: PaletteItem): void {
  event.dataTransfer?.setData(TYPE, item.id);
  event.dataTransfer?.setData('text/plain', item.name);
  if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copy';
}

/** The palette item that was dropped; null for anything else. */
export function draggedItem(event: DragEvent): PaletteItem | null {
  const id = event.dataTransfer?.getData(TYPE);
  return PALETTE.find((item) => item.id === id) ?? null;
}
