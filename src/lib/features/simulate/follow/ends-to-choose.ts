import { count } from '$lib/ui';
import type { WantedLead } from '$lib/worker/protocol';
import type { SimulationResult } from '../simulate-state.svelte';
import { endsOf } from '../words/ends';

interface EndChoice {
  readonly value: string;
  readonly label: string;
  readonly wanted: WantedLead;
}

/** Which leads can be asked for: any, or those of an end that leads came to. */
export function endsToChoose(result: SimulationResult | null): readonly EndChoice[] {
  const any: EndChoice = { value: 'any', label: 'Any lead', wanted: 'any' };
  if (!result) return [any];
  const ends = endsOf(result)
    .filter((end) => end.count > 0)
    .map((end, at) => ({
      value: `end ${at}`,
      label: `${end.name} (${count(end.count)})`,
      wanted: end
    }));
  const { unfinished } = result;
  const open = `Not over (${count(unfinished)})`;
  return [
    any,
    ...ends,
    ...(unfinished > 0
      ? [{ value: 'open', label: open, wanted: 'unfinished' } satisfies EndChoice]
      : [])
  ];
}
