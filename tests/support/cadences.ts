/** Small cadences in code, for the tests of every module. */
import type { WorkCalendar } from '$lib/calendar';
import type {
  ActionNode,
  BranchNode,
  Cadence,
  CadenceEdge,
  CadenceFile,
  CadenceNode,
  Delay,
  Disposition,
  EntryNode,
  ExitNode,
  ExitResult,
  StageNode,
  WaitNode
} from '$lib/domain';

type Rest<N> = Partial<Omit<N, 'id' | 'kind'>>;

export function entry(id = 'start', rest: Rest<EntryNode> = {}): EntryNode {
  return { id, kind: 'entry', name: 'Start', ...rest };
}

export function stage(id: string, rest: Rest<StageNode> = {}): StageNode {
  return { id, kind: 'stage', name: id, ...rest };
}

export function email(id: string, rest: Rest<ActionNode> = {}): ActionNode {
  const template = { subject: 'Hello', body: 'Hello {{lead.name|there}}' };
  return { id, kind: 'action', name: id, channel: 'email', template, ...rest };
}

export function call(id: string, rest: Rest<ActionNode> = {}): ActionNode {
  return { id, kind: 'action', name: id, channel: 'call', script: 'Ask how it goes.', ...rest };
}

export function wait(id: string, delay: Delay = businessDays(1), rest: Rest<WaitNode> = {}) {
  const node: WaitNode = {
    id,
    kind: 'wait',
    name: id,
    until: { type: 'duration', delay },
    ...rest
  };
  return node;
}

export function branch(id: string, by: BranchNode['by'], rest: Rest<BranchNode> = {}): BranchNode {
  return { id, kind: 'branch', name: id, by, ...rest };
}

export function exit(id: string, result: ExitResult = 'completed'): ExitNode {
  return { id, kind: 'exit', name: id, result };
}

export function businessDays(amount: number): Delay {
  return { amount, unit: 'businessDays' };
}

/** Monday to Friday, nine to five, New York. */
const OFFICE_HOURS: WorkCalendar = {
  tz: 'America/New_York',
  week: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])
  )
};

export const DISPOSITIONS: readonly Disposition[] = [
  { id: 'no-answer', name: 'No answer', answered: false, sentiment: 'neutral', action: 'advance' },
  {
    id: 'connected',
    name: 'Connected, no decision',
    answered: true,
    sentiment: 'neutral',
    action: 'advance'
  },
  {
    id: 'interested',
    name: 'Interested',
    answered: true,
    sentiment: 'positive',
    action: 'finish',
    goal: true
  },
  {
    id: 'not-interested',
    name: 'Not interested',
    answered: true,
    sentiment: 'negative',
    action: 'finish'
  }
];

/** `'a > b'` connects a's first port, `'a:interested > b'` a named one. */
function edges(nodes: readonly CadenceNode[], lines: readonly string[]): CadenceEdge[] {
  return lines.map((line, index) => {
    const [source = '', to = ''] = line.split(' > ');
    const [from = '', port] = source.split(':');
    const kind = nodes.find(({ id }) => id === from)?.kind;
    return {
      id: `e${index + 1}`,
      from,
      port: port ?? (kind === 'action' ? 'done' : 'next'),
      to
    };
  });
}

/** A whole cadence of these nodes and connections; everything else is the same in all tests. */
export function cadenceOf(
  nodes: readonly CadenceNode[],
  lines: readonly string[],
  rest: Partial<Cadence> = {}
): Cadence {
  return {
    id: '01jd00000000000000000000aa',
    name: 'Test cadence',
    calendar: OFFICE_HOURS,
    roles: [{ id: 'rep', name: 'Sales rep' }],
    fields: [{ id: 'name', name: 'Name', type: 'text' }],
    dispositions: DISPOSITIONS,
    parameters: [],
    nodes,
    edges: edges(nodes, lines),
    ...rest
  };
}

/** Entry, one call, one exit. */
export function tiny(): Cadence {
  const nodes = [entry(), call('call'), exit('done')];
  return cadenceOf(nodes, ['start > call', 'call > done']);
}

/** Email, call, call, call, email, call; gaps as parameters; an answer of weight ends it. */
export function sixSteps(): Cadence {
  const outcomes = DISPOSITIONS.map(({ id }) => id);
  const decisive = ['interested', 'not-interested'];
  const callStep = (id: string) => call(id, { dispositions: outcomes, routes: decisive });
  const steps = [
    email('email-1'),
    callStep('call-1'),
    callStep('call-2'),
    callStep('call-3'),
    email('email-2'),
    callStep('call-4')
  ];
  const gaps = [1, 2, 3, 4, 5].map((n) => wait(`wait-${n}`, { parameter: `gap${n}` }));
  const nodes = [
    entry(),
    ...steps,
    ...gaps,
    exit('won', 'qualified'),
    exit('lost', 'notInterested'),
    exit('silent', 'unresponsive')
  ];
  const lines = [
    'start > email-1',
    ...steps.flatMap(({ id }, index) => {
      const next = steps[index + 1];
      return next ? [`${id} > wait-${index + 1}`, `wait-${index + 1} > ${next.id}`] : [];
    }),
    'call-4 > silent',
    ...steps
      .filter(({ channel }) => channel === 'call')
      .flatMap(({ id }) => [`${id}:interested > won`, `${id}:not-interested > lost`])
  ];
  const parameters = [1, 2, 3, 4, 5].map((n) => ({
    id: `gap${n}`,
    name: `Gap ${n}`,
    duration: { amount: 2, unit: 'businessDays' as const }
  }));
  return cadenceOf(nodes, lines, { name: 'Six steps', parameters });
}

/** The cadence as a file of its own. */
/** The same with a time limit: leads are simulated one by one then, which takes long enough to be watched. */
export function timedSteps(): Cadence {
  const { nodes, ...rest } = sixSteps();
  const late = { id: 'late', after: businessDays(30), action: 'warn' } as const;
  return {
    ...rest,
    nodes: nodes.map((node) =>
      node.kind === 'action' && node.channel === 'call' ? { ...node, sla: [late] } : node
    )
  };
}

export function fileOf(cadence: Cadence, scenarios: CadenceFile['scenarios'] = []): CadenceFile {
  return { format: 1, cadence, layout: { positions: {} }, scenarios, linked: [] };
}
