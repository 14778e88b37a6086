import { describe, expect, it } from 'vitest';
import { sixSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { figureAt, withFigure } from './figure-path';

const scenario = scenarioFor(sixSteps(), {
  people: [{ id: 'reps', name: 'Reps', role: 'rep', count: 2 }],
  arrivals: { type: 'curve', perDay: [10, 20] }
});

describe('figures by path', () => {
  it.each([
    ['people.reps.count', 2],
    ['steps.call-1.outcomes.interested', 0.1],
    ['steps.call-1.effort.mode', 6],
    ['arrivals.perDay.1', 20],
    ['leads', 2000]
  ])('SIM-92 %s is found and set', (path, figure) => {
    expect(figureAt(scenario, path)).toBe(figure);
    const changed = withFigure(scenario, path, 7);
    if (!changed.ok) throw new Error('refused');
    expect(figureAt(changed.value, path)).toBe(7);
    const back = withFigure(changed.value, path, figure);
    expect(back).toEqual({ ok: true, value: scenario });
  });

  it.each([
    'people.others.count',
    'steps.call-9.effort.mode',
    'name',
    'people',
    'arrivals.perDay.7'
  ])('SIM-89 %s is no figure', (path) => {
    expect(withFigure(scenario, path, 7)).toEqual({
      ok: false,
      error: [{ path, message: 'is no figure of the scenario' }]
    });
  });
});
