import {
  blankCadenceFile,
  newNode,
  type Cadence,
  type CadenceFile,
  type CadenceId,
  type Disposition,
  type ExitResult,
  type Goal,
  type NodeId,
  type Rule
} from '$lib/domain';
import type { Answers, SalesModel } from './answers';
import { layClose } from './close';
import { layReach } from './reach';
import { explainTouches, rulesFor } from './rules';
import { suggestModel } from './sales-model';
import { Sketch, type Choice } from './sketch';
import { capital, offerOf } from './texts';

export interface Proposal {
  readonly file: CadenceFile;
  readonly model: SalesModel;
  /** What was chosen, and why, in the order of the cadence. */
  readonly choices: readonly Choice[];
}

const GOALS: Readonly<Record<Goal['kind'], Goal>> = {
  uniformity: {
    kind: 'uniformity',
    text: 'Every lead is treated the same, whoever works on it.',
    metric: 'Leads that went through every step'
  },
  performance: {
    kind: 'performance',
    text: 'See which touches win deals, and who needs help.',
    metric: 'Won deals per hundred leads'
  },
  turnaround: {
    kind: 'turnaround',
    text: 'Nobody waits for us, and machines do what they can.',
    metric: 'Business days to the verdict'
  }
};

const MORE_DISPOSITIONS: readonly Disposition[] = [
  {
    id: 'no-reaction',
    name: 'No reaction',
    answered: false,
    sentiment: 'neutral',
    action: 'advance'
  },
  {
    id: 'bought',
    name: 'They buy',
    answered: true,
    sentiment: 'positive',
    action: 'finish',
    goal: true
  },
  {
    id: 'decided-against',
    name: 'Decided against it',
    answered: true,
    sentiment: 'negative',
    action: 'advance'
  }
];

const ENTRIES: Readonly<Record<Answers['origin'], readonly [name: string, source: string]>> = {
  inbound: ['They got in touch', 'People who asked us first'],
  outbound: ['New contact', 'Contacts that have never heard of us'],
  customers: ['Customer', 'People who have bought from us before']
};

/**
 * A cadence for a team that sells like this, which compiles without problems, with a first scenario
 * and the reasons for everything in it. `start`: local date-time at which a simulation begins.
 */
export function proposeCadence(
  answers: Answers,
  { id, start }: { readonly id: CadenceId; readonly start: string }
): Proposal {
  const sketch = new Sketch();
  const advice = suggestModel(answers);
  const model = answers.salesModel ?? advice.model;
  sketch.choose(
    model === 'relational' ? 'A relational cadence, in stages' : 'A transactional cadence, short',
    model === advice.model ? advice.why : 'You chose it yourself.'
  );
  const begin = layBeginning(sketch, answers);
  const won = exit(sketch, 'won', 'Won', 'won', 'They bought');
  const lost = exit(sketch, 'lost', 'Lost', 'lost', 'Decided against the offer');
  const no = exit(sketch, 'no', 'Not interested', 'notInterested', 'Said no');
  const silent = exit(sketch, 'silent', 'No response', 'unresponsive', 'No answer to any touch');
  exit(sketch, 'opted-out', 'Leave alone', 'optedOut', 'Asked not to be contacted');
  const closing = new Sketch();
  const interested = layClose(closing, answers, model, { won, lost, notInterested: no });
  const ends = { interested, notInterested: no, silent };
  const touches = layReach(sketch, answers, model, [{ from: begin, port: 'next' }], ends);
  explainTouches(sketch, answers, touches);
  const rules = rulesFor(sketch, touches);
  sketch.choose(
    'Whoever asks to be left alone is left alone',
    'Do-not-contact and unsubscribing end the cadence wherever the lead stands.'
  );
  sketch.append(closing);
  sketch.choose(
    'The chances in the scenario are guesses',
    'They let you simulate at once. Put your own figures there as soon as you know them.'
  );
  return {
    file: fileOf(sketch, answers, model, rules, { id, start }),
    model,
    choices: sketch.choices
  };
}

function layBeginning(sketch: Sketch, { origin }: Answers): NodeId {
  const [name, source] = ENTRIES[origin];
  const entry = sketch.add(newNode('entry', 'start', { name, source }));
  const stage = sketch.add(
    newNode('stage', 'contact', { name: 'Make contact', color: 'amber', probability: 10 })
  );
  sketch.lead([{ from: entry, port: 'next' }], stage);
  return stage;
}

function exit(
  sketch: Sketch,
  id: NodeId,
  name: string,
  result: ExitResult,
  reason: string
): NodeId {
  return sketch.add(newNode('exit', id, { name, result, reason }));
}

function fileOf(
  sketch: Sketch,
  answers: Answers,
  model: SalesModel,
  rules: readonly Rule[],
  { id, start }: { readonly id: CadenceId; readonly start: string }
): CadenceFile {
  const name = `${capital(offerOf(answers))}: ${ENTRIES[answers.origin][0].toLowerCase()}`;
  const blank = blankCadenceFile({ id, name, tz: answers.tz, start });
  const cadence: Cadence = {
    ...blank.cadence,
    goal: GOALS[answers.goal],
    salesModel: model,
    calendar: {
      tz: answers.tz,
      week: Object.fromEntries(answers.days.map((day) => [day, [answers.hours]]))
    },
    roles: sketch.nodes.some((node) => node.kind === 'action' && node.role === 'manager')
      ? [...blank.cadence.roles, { id: 'manager', name: 'Sales manager' }]
      : blank.cadence.roles,
    fields: [
      { id: 'first-name', name: 'First name', type: 'text' },
      { id: 'company', name: 'Company', type: 'text' }
    ],
    dispositions: [...blank.cadence.dispositions, ...MORE_DISPOSITIONS],
    parameters: sketch.parameters,
    nodes: sketch.nodes,
    edges: sketch.edges,
    handlers: [
      {
        id: 'asked-to-stop',
        name: 'They ask not to be contacted',
        on: { type: 'disposition', disposition: 'do-not-contact' },
        effect: { type: 'exit', to: 'opted-out' }
      },
      {
        id: 'unsubscribed',
        name: 'They unsubscribe',
        on: { type: 'signal', signal: 'unsubscribed' },
        effect: { type: 'exit', to: 'opted-out' }
      }
    ],
    rules
  };
  const scenarios = blank.scenarios.map((scenario) => ({
    ...scenario,
    steps: sketch.steps,
    signals: sketch.signals
  }));
  return { ...blank, cadence, layout: { direction: 'down', positions: {} }, scenarios };
}
