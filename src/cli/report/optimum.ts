import { valuesInWords, type FoundChoice, type OptimizerResult } from '$lib/simulation';
import { count } from './lines';
import { change, mean } from './metrics';

/** What an optimizer found: sentences, then the best choices. */
export function optimumReport(name: string, result: OptimizerResult, milliseconds: number): string {
  const { goal, tried, choices, leads, refused } = result;
  const most = goal.direction === 'max' ? 'most' : 'least';
  return [
    `${name}: the ${most} ${goal.metric}, ${tried} of ${count(choices)} choices tried on ${count(leads)} leads`,
    '',
    ...result.words.map((sentence) => `  ${sentence}`),
    '',
    ...result.finalists.flatMap((found) => choice(found, result)),
    ...(refused.length === 0
      ? []
      : [
          `${refused.length} choices cannot be simulated, like ${valuesInWords(refused[0]?.values ?? {})}:`,
          ...(refused[0]?.faults ?? []).map(({ path, message }) => `  ${path}: ${message}`),
          ''
        ]),
    `Found in ${Math.round(milliseconds)} ms; the same on any machine.`,
    ''
  ].join('\n');
}

const HOLDS = { yes: 'holds', no: 'broken', maybe: 'uncertain' } as const;

function choice(found: FoundChoice, { kind, goal }: OptimizerResult): readonly string[] {
  const { values, isStart, goal: reached, toStart, constraints } = found;
  const settings = values ? valuesInWords(values) : 'as it stands';
  const against = isStart ? '' : `, against the start ${change(kind, toStart)}`;
  return [
    `  ${isStart ? 'Start: ' : ''}${settings}`,
    `    ${goal.metric} ${mean(kind, reached)}${against}`,
    ...constraints.map(({ constraint: { metric, percentile, relation }, holds }) => {
      const of = percentile === undefined ? '' : ` p${percentile * 100}`;
      return `    ${metric}${of}, ${relation === 'atMost' ? 'at most' : 'at least'}: ${HOLDS[holds]}`;
    }),
    ''
  ];
}
