import type { FollowedLead, Moment } from '$lib/worker/protocol';

export interface TimelineItem {
  readonly time: string;
  /** Of the step; empty: it concerns none, or the one above. */
  readonly name: string;
  /** Another cadence that it happened in; empty: the simulated one. */
  readonly cadence: string;
  readonly words: string;
  readonly kind: Moment['kind'];
}

/** One local day of a lead's life. */
export interface TimelineDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `Thu, Jan 8`. */
  readonly label: string;
  readonly items: readonly TimelineItem[];
}

/** What a lead's log says, for reading: what follows from the line before is left out. */
export function timelineOf(
  { moments }: Pick<FollowedLead, 'moments'>,
  cadences: ReadonlyMap<string, string>
): readonly TimelineDay[] {
  const days: { date: string; label: string; items: TimelineItem[] }[] = [];
  let above = '';
  for (const moment of moments.filter((_, at) => tells(moments, at))) {
    const { date, time, kind, enrollment } = moment;
    let day = days.at(-1);
    if (day?.date !== date) {
      day = { date, label: dayLabel(date), items: [] };
      days.push(day);
      above = '';
    }
    const place = `${enrollment}/${moment.name}`;
    const name = place === above ? '' : moment.name;
    above = place;
    const cadence = cadences.get(enrollment.slice(0, enrollment.lastIndexOf('~'))) ?? '';
    day.items.push({ time, name, kind, cadence: name && cadence, words: shortWords(moment) });
  }
  return days;
}

/** `Thu, Jan 8`. */
export function dayLabel(date: string): string {
  return new Date(`${date}T00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric'
  });
}

/** Whether a moment tells more than those beside it. */
function tells(moments: readonly Moment[], at: number): boolean {
  const moment = moments[at];
  if (!moment) return false;
  const isHere = (other: Moment) =>
    other.node === moment.node && other.enrollment === moment.enrollment;
  switch (moment.kind) {
    case 'entered': {
      const next = moments.slice(at + 1).find(isHere);
      return next === undefined || (next.kind === 'left' && isOnlyWay(next));
    }
    case 'left': {
      const before = moments.slice(0, at).findLast(isHere);
      return !isOnlyWay(moment) && before?.kind !== 'completed';
    }
    case 'begun':
      // Done by a machine: that it was done says it all.
      return !moment.words.startsWith('Begun: 0 min');
    default:
      return true;
  }
}

function isOnlyWay({ words }: Moment): boolean {
  return /“(Next|Done)”$/.test(words);
}

/** Days are named where they are another one than that of the moment. */
function shortWords({ words, date, time }: Moment): string {
  const short = words
    .replaceAll(`${date} `, '')
    .replace(/\d{4}-\d\d-\d\d/g, (day) => `${dayLabel(day)},`);
  if (short === 'Done: no disposition') return 'Done';
  return short.startsWith(`Opens ${time}`) ? short.replace(` ${time}`, '') : short;
}
