import { toast as sonner } from 'svelte-sonner';

/** Short news at the edge of the screen. Nothing may be said only here. */
export const toast = {
  /** Something was done. */
  say(message: string): void {
    sonner(message);
  },

  /** Something was done and can be taken back for ten seconds. */
  undo(message: string, action: () => void): void {
    sonner(message, { action: { label: 'Undo', onClick: action } });
  },

  /** Something was done, and `label` names what one may want to do next. */
  offer(message: string, label: string, action: () => void): void {
    sonner(message, { action: { label, onClick: action } });
  },

  /** Something failed: what, and what the person can do. Stays until closed. */
  fail(message: string, description?: string): void {
    sonner.error(message, {
      duration: Number.POSITIVE_INFINITY,
      ...(description === undefined ? {} : { description })
    });
  },

  /** Takes away every message, as when another document opens. */
  clear(): void {
    sonner.dismiss();
  }
};
