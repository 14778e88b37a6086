import { PALETTE, type PaletteItem } from './items';

const TYPE = 'application/x-cadenza-step';

/** What is being dragged now; a drag shows nothing of what it carries before it is dropped. */
let dragged: PaletteItem | null = null;

/** Puts a palette item into the drag that begins, with a picture of the step it becomes. */
export function startDrag(event: DragEvent, item: PaletteItem): void {
  dragged = item;
  const { dataTransfer, currentTarget } = event;
  if (!dataTransfer) return;
  dataTransfer.setData(TYPE, item.id);
  dataTransfer.setData('text/plain', item.name);
  dataTransfer.effectAllowed = 'copy';
  if (currentTarget instanceof HTMLElement) showPicture(dataTransfer, currentTarget);
}

export function endDrag(): void {
  dragged = null;
}

/** The palette item that is being dragged over the drawing; null for anything else. */
export function itemOver(): PaletteItem | null {
  return dragged;
}

/** The palette item that was dropped; null for anything else. */
export function draggedItem(event: DragEvent): PaletteItem | null {
  const id = event.dataTransfer?.getData(TYPE);
  return PALETTE.find((item) => item.id === id) ?? null;
}

/** The browser takes its picture of an element on the page, which may go again at once. */
function showPicture(transfer: DataTransfer, row: HTMLElement): void {
  const card = document.createElement('div');
  card.className = 'drag-picture';
  card.append(...[...row.childNodes].map((child) => child.cloneNode(true)));
  document.body.append(card);
  transfer.setDragImage(card, card.offsetWidth / 2, card.offsetHeight / 2);
  setTimeout(() => card.remove());
}
