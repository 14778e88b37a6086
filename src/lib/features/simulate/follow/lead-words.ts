import type { FollowedLead } from '$lib/worker/protocol';
import { fittingUnit, inWords } from '../words/time-units';
import { dayLabel } from './timeline';

/** When a lead came, how often it was touched and how long it took: a sentence. */
export function leadWords({
  moments,
  arrived,
  ended
}: Pick<FollowedLead, 'moments' | 'arrived' | 'ended'>): string {
  const touches = moments.filter(({ kind }) => kind === 'completed').length;
  const touched = touches === 1 ? 'one touch' : `${touches === 0 ? 'no' : touches} touches`;
  const [first] = moments;
  const came = first ? `Came ${dayLabel(first.date)}, ${first.time}; ` : '';
  const length = (ended ?? 0) - arrived;
  const over =
    length < 30_000 ? 'over at once' : `over ${inWords(length, fittingUnit(length))} later`;
  const end = ended === null ? 'is never over' : over;
  return `${came}${touched}; ${end}.`;
}
