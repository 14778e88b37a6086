import type { Attachment } from 'svelte/attachments';

const GAP = 4;
const MARGIN = 8;

/**
 * Shows an element over everything, below the box that `anchor` gives, or above it where there is
 * more room; it follows when something scrolls. As wide as the box, at least `minWidth`.
 */
export function placedAt(
  anchor: () => DOMRect | undefined,
  minWidth = 200
): Attachment<HTMLElement> {
  return (list) => {
    list.showPopover();
    const place = () => {
      const box = anchor();
      if (!box) return;
      const below = innerHeight - box.bottom - GAP - MARGIN;
      const above = box.top - GAP - MARGIN;
      const isBelow = below >= Math.min(list.scrollHeight, 240) || below >= above;
      const height = Math.max(80, Math.min(280, isBelow ? below : above));
      const width = Math.min(Math.max(box.width, minWidth), innerWidth - 2 * MARGIN);
      const left = Math.max(MARGIN, Math.min(box.left, innerWidth - width - MARGIN));
      list.style.left = `${left}px`;
      list.style.width = `${width}px`;
      list.style.maxHeight = `${height}px`;
      list.style.top = isBelow ? `${box.bottom + GAP}px` : 'auto';
      list.style.bottom = isBelow ? 'auto' : `${innerHeight - box.top + GAP}px`;
    };
    place();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  };
}
