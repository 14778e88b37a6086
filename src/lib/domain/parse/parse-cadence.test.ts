import { describe, expect, it } from 'vitest';
import { blankCadenceFile } from '../blank';
import { NODE_KINDS, newNode } from '../kinds/registry';
import { serializeCadenceFile } from '../version';
import { parseCadenceFile, parseCadenceValue } from './parse-cadence';

const FILE = blankCadenceFile({ id: '01k3v9abcdefghjkmnpqrstvwx', name: 'Follow-up' });

type Path = readonly (string | number)[];

/** A copy of the blank file that can be broken in any way. */
class Broken {
  readonly file: unknown = structuredClone(FILE);

  set(path: Path, value: unknown): this {
    Object.assign(this.#at(path.slice(0, -1)), { [String(path.at(-1))]: value });
    return this;
  }

  drop(path: Path): this {
    Reflect.deleteProperty(this.#at(path.slice(0, -1)), String(path.at(-1)));
    return this;
  }

  push(path: Path, ...items: readonly unknown[]): this {
    (this.#at(path) as unknown[]).push(...items);
    return this;
  }

  get faults(): readonly string[] {
    const result = parseCadenceValue(this.file);
    return result.ok ? [] : result.error.map(({ path, message }) => `${path}: ${message}`);
  }

  #at(path: Path): object {
    return path.reduce((part, key) => (part as Record<string, unknown>)[key], this.file) as object;
  }
}

const NODES = ['cadence', 'nodes'];
const EDGES = ['cadence', 'edges'];
const CALENDAR = ['cadence', 'calendar'];

describe('faults', () => {
  it('DOM-1 lists every fault with its path, in plain words', () => {
    const broken = new Broken()
      .drop(['cadence', 'name'])
      .push(
        NODES,
        { id: 'w', kind: 'wait', name: 3, until: { type: 'soon' } },
        { id: 'q', kind: 'question', name: '' },
        7,
        [],
        { id: 'a', kind: 'action', name: 'A', channel: 'call', due: { amount: -1, unit: 'moons' } },
        { id: 'b', kind: 'branch', name: 'B', by: { type: 'split', cases: [{}] } }
      )
      .push(EDGES, { id: 'x', from: 'w', port: 'next', to: 'nowhere' })
      .set(['scenarios', 0, 'start'], '2026-02-30T09:00')
      .set(['scenarios', 0, 'leads'], 0)
      .set(['layout', 'positions', 'w'], { x: 1, y: '2' });
    const kinds =
      '"entry", "stage", "action", "wait", "branch", "fork", "join", "handoff", "exit", "note"';
    expect(broken.faults).toEqual([
      'cadence.name: is missing',
      'cadence.nodes[2].name: must be text',
      'cadence.nodes[2].until.type: must be one of "duration", "date", "weekday", "event"',
      `cadence.nodes[3].kind: must be one of ${kinds}`,
      'cadence.nodes[4]: must be an object',
      `cadence.nodes[5].kind: must be one of ${kinds}`,
      'cadence.nodes[6].due.amount: must be a whole number from 0 to 2000000',
      'cadence.nodes[6].due.unit: must be one of "minutes", "hours", "days", "weeks", "businessMinutes", "businessHours", "businessDays"',
      'cadence.nodes[7].by.cases[0].id: is missing',
      'cadence.nodes[7].by.cases[0].name: is missing',
      'cadence.nodes[7].by.cases[0].weight: is missing',
      'layout.positions.w.y: must be a number',
      'scenarios[0].start: must be a date and time like 2026-01-31T09:00',
      'scenarios[0].leads: must be a whole number from 1 to 10000000',
      'cadence.edges[1].to: names the node "nowhere", which does not exist'
    ]);
  });

  it('DOM-1 stops at a hundred faults', () => {
    const broken = new Broken()
      .set(NODES, Array<number>(5000).fill(1))
      .set(EDGES, Array<object>(5000).fill({ from: 'x', to: 'y' }));
    expect(broken.faults).toHaveLength(100);
  });

  it('DOM-3 names every unknown property', () => {
    const broken = new Broken()
      .set(['extra'], 1)
      .set([...NODES, 0, 'color'], 'red')
      .set([...NODES, 0, 'weight'], 2)
      .set([...CALENDAR, 'week', 'someday'], []);
    expect(broken.faults).toEqual([
      'cadence.calendar.week.someday: is not a known property',
      'cadence.nodes[0].color: is not a known property',
      'cadence.nodes[0].weight: is not a known property',
      'extra: is not a known property'
    ]);
  });

  it('DOM-4 wants legal and unique ids', () => {
    const twice = [
      { id: 'a', name: '' },
      { id: 'a', name: '' }
    ];
    const broken = new Broken()
      .set(['cadence', 'id'], '01K3V9ABCDEFGHJKMNPQRSTVWX')
      .push(['cadence', 'roles'], { id: 'Rep 1', name: '' }, { id: 'rep', name: 'Again' })
      .push(NODES, { id: 'end', kind: 'note', name: '', text: '' })
      .push(NODES, { id: 'f', kind: 'fork', name: '', paths: twice })
      .push(EDGES, { id: 'entry-next', from: 'entry', port: 'next', to: 'end' });
    expect(broken.faults).toEqual([
      'cadence.id: must be a lower-case ULID of 26 letters and digits',
      'cadence.roles[1].id: must be 1 to 24 lower-case letters, digits or hyphens',
      'cadence.roles[2].id: is used twice: "rep"',
      'cadence.nodes[2].id: is used twice: "end"',
      'cadence.nodes[3].paths[1].id: is used twice: "a"',
      'cadence.edges[1].id: is used twice: "entry-next"'
    ]);
  });

  it('DOM-5 wants both ends of an edge, in linked cadences too', () => {
    const broken = new Broken()
      .push(['linked'], { cadence: structuredClone(FILE.cadence), layout: { positions: {} } })
      .set(['linked', 0, ...EDGES, 0, 'from'], 'gone');
    expect(broken.faults).toEqual([
      'linked[0].cadence.edges[0].from: names the node "gone", which does not exist'
    ]);
  });

  it('DOM-6 keeps the ports that are there anyway', () => {
    const cases = [{ id: 'default', name: '', weight: 100 }];
    const broken = new Broken()
      .set(['cadence', 'dispositions', 0, 'id'], 'done')
      .push(NODES, { id: 'b', kind: 'branch', name: '', by: { type: 'split', cases } });
    const words = 'must not be "done", "held", "default" or "refused"';
    expect(broken.faults).toEqual([
      `cadence.dispositions[0].id: ${words}`,
      `cadence.nodes[2].by.cases[0].id: ${words}`
    ]);
  });

  it('DOM-7 wants calendars that can be', () => {
    const overlapping = [
      ['09:00', '12:00'],
      ['11:00', '17:00']
    ];
    const broken = new Broken()
      .set([...CALENDAR, 'tz'], 'Somewhere; else')
      .set([...CALENDAR, 'week', 'mon'], [['17:00', '09:00']])
      .set([...CALENDAR, 'week', 'tue'], overlapping)
      .set([...CALENDAR, 'week', 'wed'], [['9:00', '24:01', '25:00']])
      .set([...CALENDAR, 'week', 'thu'], [['00:00', '24:00']])
      .set(
        [...CALENDAR, 'exceptions'],
        [
          { from: '2026-02-29', to: '2026-03-01', kind: 'nonWorking' },
          { from: '2028-02-29', to: '2028-02-28', kind: 'working' }
        ]
      );
    expect(broken.faults).toEqual([
      'cadence.calendar.tz: must be a time zone like Europe/Berlin',
      'cadence.calendar.week.mon[0]: must end after it begins',
      'cadence.calendar.week.tue: must be in order and must not overlap',
      'cadence.calendar.week.wed[0][0]: must be a time like 09:00',
      'cadence.calendar.week.wed[0][1]: must be a time like 17:00',
      'cadence.calendar.week.wed[0][2]: must be a list of two times',
      'cadence.calendar.exceptions[0].from: must be a date like 2026-01-31',
      'cadence.calendar.exceptions[1]: must not end before it begins'
    ]);
  });

  it('DOM-1 names what is wrong in conditions', () => {
    const broken = new Broken().set([...NODES, 0, 'criteria'], {
      $and: [{ 'lead.a': { $gt: true, $near: 1 } }, { $where: 'x' }, { $or: 7 }, 'x']
    });
    expect(broken.faults).toEqual([
      'cadence.nodes[0].criteria.$and[0]["lead.a"].$gt: must be text or a number',
      'cadence.nodes[0].criteria.$and[0]["lead.a"].$near: is not a known property',
      'cadence.nodes[0].criteria.$and[1].$where: is not an operator that can stand here',
      'cadence.nodes[0].criteria.$and[2].$or: must be a list',
      'cadence.nodes[0].criteria.$and[3]: must be an object'
    ]);
  });
});

describe('half-drawn graphs', () => {
  it('DOM-2 accepts an empty canvas', () => {
    expect(new Broken().set(NODES, []).set(EDGES, []).faults).toEqual([]);
  });

  it('DOM-2 accepts references that lead nowhere and steps that say nothing', () => {
    const outcomes = [{ disposition: 'x', chance: 1 }];
    const drawn = new Broken()
      .push(
        NODES,
        newNode('action', 'a', { name: '', role: 'ghost', dispositions: ['x'], routes: ['y'] }),
        newNode('wait', 'w', { until: { type: 'duration', delay: { parameter: 'gap9' } } }),
        newNode('wait', 'e', { until: { type: 'event' } }),
        newNode('branch', 'b', { by: { type: 'split', cases: [] } }),
        newNode('entry', 'second')
      )
      .push(EDGES, { id: 'odd', from: 'a', port: 'no-such-port', to: 'w' })
      .set(['scenarios', 0, 'steps', 'gone'], { outcomes })
      .set([...CALENDAR, 'week'], {});
    expect(drawn.faults).toEqual([]);
  });

  it('DOM-43 accepts a new node of every kind', () => {
    const nodes = NODE_KINDS.map((kind) => newNode(kind, `new-${kind}`));
    expect(new Broken().set(NODES, nodes).set(EDGES, []).faults).toEqual([]);
    expect(nodes).toHaveLength(10);
  });

  it('DOM-8 gives back fresh plain data', () => {
    const result = parseCadenceValue(FILE);
    expect(result).toEqual({ ok: true, value: FILE });
    if (!result.ok) return;
    expect(result.value).not.toBe(FILE);
    expect(result.value.cadence.nodes[0]).not.toBe(FILE.cadence.nodes[0]);
    expect(Object.getPrototypeOf(result.value.layout.positions)).toBe(Object.prototype);
  });

  it('DOM-9 DOM-33 reads what it writes', () => {
    const text = serializeCadenceFile(FILE);
    expect(text.endsWith('}\n')).toBe(true);
    expect(parseCadenceFile(text)).toEqual({ ok: true, value: FILE });
  });
});
