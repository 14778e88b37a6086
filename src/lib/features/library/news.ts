/** How the screen tells what came of something, in passing. `toast` of the design system is one. */
export interface News {
  say(message: string): void;
  undo(message: string, action: () => void): void;
  offer(message: string, label: string, action: () => void): void;
  fail(message: string, description?: string): void;
}
