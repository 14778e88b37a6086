import type { Component } from 'svelte';

/** One entry of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: Component<{ size?: number }>;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Draws a line above it. */
  readonly separate?: boolean;
  readonly run: () => void;
}
