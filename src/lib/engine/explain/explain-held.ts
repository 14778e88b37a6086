import type { ProgramMove } from '$lib/program';
import type { ExplainedRefusal, Explanation } from '../explanation';
import type { Refusal, Unmet } from '../refusal';
import type { Offer, Token } from '../state';
import { unmetOf, unmetRequirements } from '../unmet';
import { explainRefusal } from './explained-refusal';
import { plainName, stepName } from './names';
import { sentenceOf } from './phrases';
import { sayEarliest, sayUnmet } from './refusal-words';
import { reasonOf, say, stepOf, type Link, type RunContext } from './run-context';
import { sinceWhat } from './since-when';

/** Why a token does not come to the step in front of which it rests. */
export function explainHeld(context: RunContext, token: Token): Explanation {
  const { program, state, now } = context;
  const unmet = unmetOf(program, state, token.pc, now);
  const refusal = refused(context, unmet, plainName(program, token.pc));
  const arrived: Link = {
    type: 'arrived',
    at: token.since,
    clause: `it is held since ${say(context, token.since)}`
  };
  return {
    ...common(context, token.pc, refusal, [arrived, ...requirementLinks(context, unmet)]),
    subject: 'token',
    step: stepOf(context, token),
    sentence: sentence(context, `waits in front of ${stepName(program, token.pc)}`, refusal)
  };
}

/** Why an exit that was asked for cannot be taken, or since when it can. */
export function explainOffer(context: RunContext, offer: Offer): Explanation {
  const { program, state, now } = context;
  const name = plainName(program, offer.exitPc);
  const asked = `asked for by ${sinceWhat(context, offer.since)}`;
  const link: Link = { type: 'arrived', at: offer.since, clause: `it was ${asked}` };
  const unmet = unmetOf(program, state, offer.exitPc, now);
  if (unmet.length === 0) {
    const since = offer.openSince < 0 ? now : offer.openSince;
    return {
      ...common(context, offer.exitPc, null, [link]),
      subject: 'offer',
      step: null,
      earliest: now,
      sentence: sentenceOf(`${name} can be chosen since ${say(context, since)}`)
    };
  }
  const refusal = refused(context, unmet, name);
  return {
    ...common(context, offer.exitPc, refusal, [link, ...requirementLinks(context, unmet)]),
    subject: 'offer',
    step: null,
    sentence: sentence(context, name, refusal)
  };
}

/** Why a move of the cadence is refused now; null: it is not. */
export function explainMove(context: RunContext, move: ProgramMove): Explanation | null {
  const { program, state, now } = context;
  const unmet = [
    ...unmetRequirements(program, state, move.requirements, now),
    ...unmetOf(program, state, move.to, now)
  ];
  if (unmet.length === 0) return null;
  const refusal = refused(context, unmet, move.name);
  return {
    ...common(context, move.to, refusal, requirementLinks(context, unmet)),
    subject: 'move',
    step: null,
    sentence: sentence(context, move.name, refusal)
  };
}

function common(
  { key, program }: RunContext,
  pc: number,
  refusal: ExplainedRefusal | null,
  links: readonly Link[]
) {
  return {
    enrollment: key,
    node: program.nodes[pc] ?? '',
    earliest: refusal?.earliest ?? null,
    reasons: links.map(reasonOf),
    refusal
  };
}

function refused(
  { program, state, now }: RunContext,
  unmet: readonly Unmet[],
  subject: string
): ExplainedRefusal {
  const refusal: Refusal = { code: 'requirements', unmet, open: [], from: null };
  return explainRefusal(refusal, subject, program, state, now);
}

function requirementLinks({ program }: RunContext, unmet: readonly Unmet[]): readonly Link[] {
  return unmet.map((each) => ({
    type: 'requirement',
    at: null,
    clause: sayUnmet(program, [each])
  }));
}

function sentence({ program }: RunContext, head: string, refusal: ExplainedRefusal): string {
  const missing = sayUnmet(program, refusal.unmet);
  return sentenceOf(`${head}: ${missing}${sayEarliest(program, refusal.earliest, refusal.unmet)}`);
}
