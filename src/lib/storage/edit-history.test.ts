import { describe, expect, it } from 'vitest';
import { EMPTY_HISTORY, HISTORY_LIMIT, record } from './edit-history';

const entry = (label: string) => ({
  label,
  edit: { kind: 'disconnect' as const, id: label }
});

describe('the undo log of a draft', () => {
  it('keeps the newest steps only', () => {
    let history = EMPTY_HISTORY;
    for (let n = 0; n <= HISTORY_LIMIT; n++) history = record(history, entry(`${n}`));
    expect(history.undo).toHaveLength(HISTORY_LIMIT);
    expect(history.undo.at(-1)?.label).toBe(`${HISTORY_LIMIT}`);
  });
});
