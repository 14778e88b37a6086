import type { News } from '../news';

/** What was told, and the action that was offered with it last. */
export interface RecordedNews extends News {
  readonly told: readonly string[];
  act(): void;
}

export function recordNews(): RecordedNews {
  const told: string[] = [];
  let offered: () => void = () => {};
  return {
    told,
    act: () => offered(),
    say: (message) => void told.push(message),
    undo(message, action) {
      told.push(message);
      offered = action;
    },
    offer(message, label, action) {
      told.push(`${message} [${label}]`);
      offered = action;
    },
    fail: (message, description = '') => void told.push(`${message} ${description}`)
  };
}
