/** The small parts that tables and charts of text are made of. */

const NAME = 34;
const BAR = 24;
const SPARKS = '▁▂▃▄▅▆▇█';
const MOST_SPARKS = 60;

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A name, three figures and a chart. */
export function row(title: string, a: string, b = '', c = '', chart = ''): string {
  const name = title.length > NAME ? `${title.slice(0, NAME - 1)}…` : title.padEnd(NAME);
  return `  ${name} ${a.padStart(10)} ${b.padStart(8)} ${c.padStart(18)}  ${chart}`.trimEnd();
}

/** Of a share; the longest is 24 characters. */
export function bar(share: number): string {
  return '█'.repeat(Math.round(share * BAR));
}

/** A bar whose end shows the interval of a share: `████──`. */
export function barWithInterval(share: number, low: number, high: number): string {
  const [from, at, to] = [low, share, high].map((each) => Math.round(each * BAR)) as [
    number,
    number,
    number
  ];
  return '█'.repeat(from) + '▓'.repeat(Math.max(0, at - from)) + '░'.repeat(Math.max(0, to - at));
}

/** Values as one line of small columns; of more than 60 the highest of each few is shown. */
export function sparkline(values: readonly number[]): string {
  const width = Math.ceil(values.length / MOST_SPARKS);
  const shown: number[] = [];
  for (let at = 0; at < values.length; at += width)
    shown.push(highest(values.slice(at, at + width)));
  const most = highest(shown);
  const place = (value: number): number =>
    most === 0 ? 0 : Math.ceil((value / most) * (SPARKS.length - 1));
  return shown.map((value) => SPARKS[place(value)] ?? '').join('');
}

export function highest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A length of time in the unit that suits it. */
export function time(milliseconds: number): string {
  if (milliseconds >= 2 * DAY) return `${(milliseconds / DAY).toFixed(1)} d`;
  if (milliseconds >= 2 * HOUR) return `${(milliseconds / HOUR).toFixed(1)} h`;
  return `${(milliseconds / MINUTE).toFixed(1)} min`;
}

export function money(value: number): string {
  return count(Math.round(value));
}
