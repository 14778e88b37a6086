import { figures, unitOf, type Sensitivity, type SensitivityResult } from '$lib/simulation';
import { count } from './lines';
import { mean } from './metrics';

const NAME = 42;
const HALF = 16;

/** How much a goal depends on each assumption, as a tornado of bars around the middle. */
export function tornadoReport(
  name: string,
  result: SensitivityResult,
  milliseconds: number
): string {
  const { goal, kind, base, leads, complete, assumptions } = result;
  const seen = assumptions.filter((each) => each.seen);
  const unseen = assumptions.filter(({ seen, swing }) => !seen && swing !== null);
  const unknown = assumptions.filter(({ swing }) => swing === null);
  const most = assumptions.reduce((widest, each) => Math.max(widest, reach(each)), 0);
  return [
    `${name}: ${goal} is ${mean(kind, base)}, on ${count(leads)} leads`,
    ...(complete ? [] : ['Stopped before its end: some assumptions were not looked at.']),
    '',
    `  ${'Assumption, from its lower to its higher side'.padEnd(NAME + 2 * HALF)}  swing`,
    ...seen.map((each) => {
      const { low = 0, high = 0 } = each.swing ?? {};
      const swing = figures(low, high, unitOf(kind, low, high), true);
      return `  ${cut(each.name)} ${bars(each, most)}  ${swing}`;
    }),
    '',
    ...(unseen.length === 0
      ? []
      : [
          'No effect can be told from 0, among so many, of:',
          ...unseen.map((each) => `  ${each.name}`),
          ''
        ]),
    ...(unknown.length === 0
      ? []
      : ['Nothing can be said of:', ...unknown.map((each) => `  ${why(each, result)}`), '']),
    `Looked at in ${Math.round(milliseconds)} ms; the same on any machine.`,
    ''
  ].join('\n');
}

/** An assumption that was not looked at, or could not be moved. */
function why({ name, path }: Sensitivity, { refused }: SensitivityResult): string {
  const faults = refused.filter((each) => each.path === path).flatMap((each) => each.faults);
  return [name, ...new Set(faults.map((fault) => `${fault.path} ${fault.message}`))].join(': ');
}

function reach({ low, high }: Sensitivity): number {
  return Math.max(Math.abs(low?.difference?.mean ?? 0), Math.abs(high?.difference?.mean ?? 0));
}

/** What the lower side does is hatched, what the higher does is full. */
function bars({ low, high }: Sensitivity, most: number): string {
  const sides = [low, high].map((side) => (side?.difference?.mean ?? 0) / (most || 1));
  const [below = 0, above = 0] = sides.map((share) => Math.round(share * HALF));
  const left = Math.max(0, -below, -above);
  const right = Math.max(0, below, above);
  const lower = -below >= -above ? '░' : '█';
  return `${lower.repeat(left).padStart(HALF)}│${(lower === '░' ? '█' : '░').repeat(right).padEnd(HALF)}`;
}

function cut(name: string): string {
  return name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name.padEnd(NAME);
}
