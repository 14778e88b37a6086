import { describe, expect, it } from 'vitest';
import { newestSteps, record, EMPTY_HISTORY, stepBack, stepForward } from './edit-history';
import type { HistoryEntry } from './history';

function entry(label: string): HistoryEntry {
  return { label, edit: { kind: 'disconnect', id: 'e1' } };
}

function logOf(steps: number) {
  let history = EMPTY_HISTORY;
  for (let n = 0; n < steps; n++) history = record(history, entry(`${n}`));
  return history;
}

describe('the undo log of a draft', () => {
  it('STO-40 keeps every step, the newest at hand', () => {
    const history = logOf(901);
    expect(history.undo.length).toBeLessThanOrEqual(200);
    const kept = [
      ...(history.earlier?.undo ?? []).flatMap(({ entries = [] }) => entries),
      ...history.undo
    ];
    expect(kept.map(({ label }) => label)).toEqual([...Array(901).keys()].map(String));
  });

  it('STO-40 the newest steps are told across parts, newest first', () => {
    const labels = newestSteps(logOf(201), 'undo', 150).map(({ label }) => Number(label));
    expect(labels).toEqual([...Array(150).keys()].map((n) => 200 - n));
    expect(newestSteps(logOf(3), 'undo', 20)).toHaveLength(3);
  });

  it('STO-41 going back and forth over the edge of a part makes the same parts again', () => {
    const history = logOf(201);
    const part = history.earlier?.undo[0]?.id;
    expect(part).toBeDefined();
    let now = history;
    for (let n = 0; n < 150; n++) now = stepBack(now, entry(`${n}`));
    expect(now.earlier).toBeUndefined();
    expect(now.undo).toHaveLength(51);
    for (let n = 51; n < 201; n++) now = stepForward(now, entry(`${n}`));
    expect(now.earlier?.undo.map(({ id }) => id)).toEqual([part]);
  });
});
