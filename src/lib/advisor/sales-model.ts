import type { Amount, Answers, SalesModel } from './answers';

/** From so many deciders on a sale is always one of relations. */
const MANY_DECIDERS = 5;
const AMOUNT_POINTS: Readonly<Record<Amount, number>> = { small: 0, medium: 1, large: 2 };
const RELATIONAL_FROM = 3;

export interface ModelAdvice {
  readonly model: SalesModel;
  /** Why, as a sentence. */
  readonly why: string;
}

/**
 * A short cycle, a low amount and few deciders ask for few, simple touches; a long one, a high
 * amount or five deciders and more for stages with work of their own.
 */
export function suggestModel({
  cycleWeeks,
  amount,
  deciders
}: Pick<Answers, 'cycleWeeks' | 'amount' | 'deciders'>): ModelAdvice {
  const cycle = cycleWeeks > 8 ? 2 : cycleWeeks > 2 ? 1 : 0;
  const people = deciders > 2 ? 1 : 0;
  const points = cycle + AMOUNT_POINTS[amount] + people;
  if (deciders >= MANY_DECIDERS) {
    const why = `With ${deciders} people deciding, a sale has to win each of them: it needs stages and branches.`;
    return { model: 'relational', why };
  }
  const facts = [
    cycleWeeks === 1 ? 'a week to decide' : `${cycleWeeks} weeks to decide`,
    `a ${amount} amount`,
    deciders === 1 ? 'one decider' : `${deciders} deciders`
  ].join(', ');
  return points >= RELATIONAL_FROM
    ? { model: 'relational', why: `${capital(facts)}: that takes trust, so work goes in stages.` }
    : { model: 'transactional', why: `${capital(facts)}: few touches, and a quick yes or no.` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
