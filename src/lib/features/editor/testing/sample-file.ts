import {
  blankCadenceFile,
  newNode,
  type CadenceEdge,
  type CadenceFile,
  type CadenceNode
} from '$lib/domain';

export const SAMPLE_ID = '01hzzzzzzzzzzzzzzzzzzzzzzz';

/** A small but complete cadence for tests: email, gap, call, branch, two ends. */
export function sampleFile(): CadenceFile {
  const blank = blankCadenceFile({
    id: SAMPLE_ID,
    name: 'Six-step follow-up',
    tz: 'Europe/Berlin'
  });
  const nodes: readonly CadenceNode[] = [
    newNode('entry', 'start', { name: 'New leads', source: 'Trade fair list' }),
    newNode('stage', 'prospecting', { name: 'Prospecting', probability: 20 }),
    newNode('action', 'email-1', {
      name: 'Introduce the season plan',
      channel: 'email',
      template: { subject: 'Your season', body: 'Hi {{lead.first-name|there}}, …' },
      dispositions: []
    }),
    newNode('wait', 'gap-1', { until: { type: 'duration', delay: { parameter: 'gap1' } } }),
    newNode('action', 'call-1', {
      name: 'First follow-up call',
      role: 'rep',
      script: 'Hi {{lead.first-name}}, what stood out for {{lead.company}}?',
      dispositions: ['interested', 'not-interested', 'voicemail', 'no-answer']
    }),
    newNode('branch', 'reached', {
      name: 'Did we reach them?',
      by: {
        type: 'disposition',
        cases: [
          { id: 'no', name: 'Not interested', dispositions: ['not-interested'] },
          { id: 'yes', name: 'Interested', dispositions: ['interested'] }
        ]
      }
    }),
    newNode('wait', 'gap-2'),
    newNode('action', 'call-2', { name: 'Second follow-up call' }),
    newNode('exit', 'won', { name: 'Becomes an opportunity', result: 'qualified' }),
    newNode('exit', 'lost', { name: 'Closed · not interested', result: 'notInterested' }),
    newNode('exit', 'silent', { name: 'No answer', result: 'unresponsive' })
  ];
  return {
    ...blank,
    cadence: {
      ...blank.cadence,
      parameters: [
        { id: 'gap1', name: 'First gap', duration: { amount: 2, unit: 'businessDays' } }
      ],
      nodes,
      edges: EDGES
    },
    layout: { direction: 'down', positions: {} },
    scenarios: blank.scenarios.map((scenario) => ({
      ...scenario,
      steps: {
        'call-1': {
          outcomes: [
            { disposition: 'interested', chance: 0.08 },
            { disposition: 'not-interested', chance: 0.07 },
            { disposition: 'voicemail', chance: 0.31 },
            { disposition: 'no-answer', chance: 0.48 }
          ],
          effort: { type: 'triangular', min: 2, mode: 4, max: 12 }
        }
      }
    }))
  };
}

const EDGES: readonly CadenceEdge[] = [
  { id: 'e1', from: 'start', port: 'next', to: 'prospecting' },
  { id: 'e2', from: 'prospecting', port: 'next', to: 'email-1' },
  { id: 'e3', from: 'email-1', port: 'done', to: 'gap-1' },
  { id: 'e4', from: 'gap-1', port: 'next', to: 'call-1' },
  { id: 'e5', from: 'call-1', port: 'done', to: 'reached' },
  { id: 'e6', from: 'reached', port: 'no', to: 'lost' },
  { id: 'e7', from: 'reached', port: 'yes', to: 'won' },
  { id: 'e8', from: 'reached', port: 'default', to: 'gap-2' },
  { id: 'e9', from: 'gap-2', port: 'next', to: 'call-2' },
  { id: 'e10', from: 'call-2', port: 'done', to: 'silent' }
];

/** The same with every step in its place, a hundred units below the one before. */
export function placedSample(): CadenceFile {
  const file = sampleFile();
  const positions = Object.fromEntries(
    file.cadence.nodes.map((node, index) => [node.id, { x: 0, y: index * 100 }])
  );
  return { ...file, layout: { direction: 'down', positions } };
}

/** Where a step leads: by each port that is connected. */
export function waysFrom({ cadence }: CadenceFile, id: string): Readonly<Record<string, string>> {
  const ways = cadence.edges.filter(({ from }) => from === id);
  return Object.fromEntries(ways.map(({ port, to }) => [port, to]));
}
