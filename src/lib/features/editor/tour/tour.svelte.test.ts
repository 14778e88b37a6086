import { describe, expect, it } from 'vitest';
import type { Preferences } from '$lib/app/context';
import { TOUR } from './tour-steps';
import { Tour } from './tour.svelte';

function preferences(): Preferences {
  const kept = new Map<string, unknown>();
  return { read: (name) => kept.get(name), write: (name, value) => void kept.set(name, value) };
}

describe('the tour', () => {
  it('ED-135 has four steps, and is over after the last', () => {
    const tour = new Tour(preferences());
    const seen = [];
    while (tour.step) {
      seen.push(tour.step.title);
      tour.next();
    }
    expect(seen).toEqual(TOUR.map(({ title }) => title));
    expect(seen).toHaveLength(4);
  });

  it('ED-135 goes back, but not before its beginning', () => {
    const tour = new Tour(preferences());
    tour.next();
    tour.back();
    tour.back();
    expect(tour.step).toBe(TOUR[0]);
  });

  it('ED-136 never returns once dismissed or gone through', () => {
    const dismissed = preferences();
    new Tour(dismissed).dismiss();
    expect(new Tour(dismissed).step).toBeNull();
    const through = preferences();
    const tour = new Tour(through);
    for (const _ of TOUR) tour.next();
    expect(new Tour(through).step).toBeNull();
  });
});
