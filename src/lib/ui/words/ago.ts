const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const DATE = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric' });
const DATE_OF_OTHER_YEAR = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' });

/** How long ago, both in milliseconds since 1970, `then` was, in words; a date when it was more than a week ago. */
export function ago(then: number, now: number): string {
  const passed = now - then;
  if (passed < MINUTE) return 'just now';
  if (passed < HOUR) return counted(Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return counted(Math.floor(passed / HOUR), 'hour');
  if (passed < 7 * DAY) return counted(Math.floor(passed / DAY), 'day');
  const date = new Date(then);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return `on ${(sameYear ? DATE : DATE_OF_OTHER_YEAR).format(date)}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
