/** Short cadences in a row and what becomes of one lead in them: for tests of the lead level. */
import type { Cadence, CadenceNode, HandoffNode, LeadEvent } from '$lib/domain';
import { foldLead, type Enrollment, type FoldInput, type LeadState } from '$lib/engine';
import type { Program } from '$lib/program';
import { cadenceOf, entry } from './cadences';
import { programOf } from './files';
import { History, at } from './history';

export const A = '01jd00000000000000000000aa';
export const B = '01jd00000000000000000000bb';
export const C = '01jd00000000000000000000cc';
export const RUN = `${A}~1`;

/** A Monday at ten, when the cadences of the tests are open. */
export const MONDAY = '2026-01-05T10:00-05:00';

const ADA = { id: '01jd00000000000000000000zz', fields: { name: 'Ada', city: 'Paris' } };

type Settings = Partial<Omit<Cadence, 'id' | 'nodes' | 'edges'>>;

/** Entry and these steps, each leading to the next; `more` are further connections. */
export function lineOf(
  id: string,
  steps: readonly CadenceNode[],
  rest: Settings = {},
  more: readonly string[] = []
): Cadence {
  const all = [...(steps[0]?.kind === 'entry' ? [] : [entry()]), ...steps];
  const lines = all
    .slice(1)
    .flatMap((node, i) => (all[i]?.kind === 'exit' ? [] : [`${all[i]?.id} > ${node.id}`]));
  return { ...cadenceOf(all, [...lines, ...more], rest), id };
}

export function line(...args: Parameters<typeof lineOf>): Program {
  return programOf(lineOf(...args));
}

export function handoff(to: HandoffNode['to'], then: HandoffNode['then'] = 'end'): HandoffNode {
  return { id: 'over', kind: 'handoff', name: 'Over', to, then };
}

/** The lead in this cadence since Monday at ten. */
export function inside(program: Program): History {
  return new History().enroll(MONDAY, program.cadence, program.version);
}

export function fold(
  events: readonly LeadEvent[] | History,
  programs: readonly Program[],
  now: string,
  rest: Partial<FoldInput> = {}
): LeadState {
  return foldLead(inputOf(events, programs, rest), at(now));
}

export function inputOf(
  events: readonly LeadEvent[] | History,
  programs: readonly Program[],
  rest: Partial<FoldInput> = {}
): FoldInput {
  const list = events instanceof History ? events.events : events;
  const byVersion = new Map(programs.map((program) => [program.version, program]));
  return { lead: ADA, events: list, programs: byVersion, ...rest };
}

/** The first of the enrollments. */
export function runOf(state: LeadState): Enrollment {
  const [run] = state.enrollments;
  if (!run) throw new Error('no enrollment');
  return run;
}

/** Codes of the notices, with those of their refusals. */
export function codesOf({ notices }: LeadState): string[] {
  return notices.map(({ code, refusal }) => (refusal ? `${code} ${refusal.code}` : code));
}
