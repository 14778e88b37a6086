import { newNode, type ActionNode, type NodeId, type StepAssumption } from '$lib/domain';
import type { Answers, SalesModel } from './answers';
import {
  APPROVAL_ASSUMPTION,
  DECISION_ASSUMPTION,
  DESK_ASSUMPTION,
  MEETING_ASSUMPTION
} from './outcomes';
import type { Loose, Sketch } from './sketch';

export interface CloseEnds {
  readonly won: NodeId;
  readonly lost: NodeId;
  readonly notInterested: NodeId;
}

/** From so many deciders on the others are met, too. */
const SEVERAL = 3;

/** What follows once somebody is interested; gives the step that they come to. */
export function layClose(
  sketch: Sketch,
  answers: Answers,
  model: SalesModel,
  ends: CloseEnds
): NodeId {
  let ways: readonly Loose[] = [];
  let first: NodeId | null = null;

  function then(id: NodeId, port: string): void {
    first ??= id;
    if (ways.length > 0) sketch.lead(ways, id);
    ways = [{ from: id, port }];
  }

  function stage(id: NodeId, name: string, probability: number, checklist: readonly string[]) {
    const items = checklist.map((text, index) => ({
      id: `item-${index + 1}`,
      text,
      mandatory: true
    }));
    sketch.add(
      newNode('stage', id, {
        name,
        color: probability > 50 ? 'green' : 'blue',
        probability,
        ...(items.length > 0 && { checklist: items })
      })
    );
    then(id, 'next');
  }

  function work(id: NodeId, fields: Partial<ActionNode>, assumption: StepAssumption) {
    const { dispositions: _, ...blank } = newNode('action', id, { role: 'rep' });
    sketch.add({ ...blank, ...fields }, assumption);
    then(id, 'done');
  }

  function meeting(id: NodeId, fields: Partial<ActionNode>) {
    work(
      id,
      {
        channel: 'meeting',
        due: { amount: 5, unit: 'businessDays' },
        dispositions: ['connected', 'no-show', 'not-interested'],
        routes: ['not-interested'],
        ...fields
      },
      MEETING_ASSUMPTION
    );
    sketch.lead([{ from: id, port: 'not-interested' }], ends.notInterested);
  }

  if (model === 'relational') {
    stage('discovery', 'Understand the need', 30, []);
    meeting('discovery-meeting', {
      name: 'Discovery meeting',
      instruction: 'Listen more than you talk. Nothing is offered before all four are known.',
      checklist: ['Need', 'Budget', 'Who decides', 'By when'].map((text, index) => ({
        id: `item-${index + 1}`,
        text,
        mandatory: true
      }))
    });
    sketch.choose(
      'A discovery meeting with four things to find out',
      'Need, budget, deciders and date are ticked off before anything is offered, so that no proposal is written blind.'
    );
    stage('solution', 'Show the solution', 50, []);
    meeting('demo', { name: 'Demonstration', channel: 'demo' });
    if (answers.deciders >= SEVERAL) {
      meeting('deciders', {
        name: 'Meet the other deciders',
        instruction: `${answers.deciders} people have a say. Whoever has not met you can only say no.`
      });
      sketch.choose(
        'A meeting with the other deciders',
        `${answers.deciders} people have a say; a proposal that only one of them knows tends to stall.`
      );
    }
  }
  stage('offer', 'Offer', 60, []);
  if (answers.amount === 'large') layApproval(sketch, then);
  work(
    'proposal',
    {
      name: model === 'relational' ? 'Send the proposal' : 'Send the offer',
      channel: 'document',
      due: { amount: model === 'relational' ? 3 : 1, unit: 'businessDays' }
    },
    DESK_ASSUMPTION
  );
  layDecision(sketch, model, ways, ends);
  return first ?? ends.won;
}

function layApproval(sketch: Sketch, then: (id: NodeId, port: string) => void): void {
  const { dispositions: _, ...blank } = newNode('action', 'approval', {
    name: 'Approve the terms',
    channel: 'approval',
    role: 'manager',
    due: { amount: 1, unit: 'businessDays' }
  });
  sketch.add(blank, APPROVAL_ASSUMPTION);
  then('approval', 'done');
  const { dispositions: __, ...again } = newNode('action', 'terms', {
    name: 'Change the terms',
    channel: 'task',
    role: 'rep',
    due: { amount: 1, unit: 'businessDays' }
  });
  sketch.add(again, DESK_ASSUMPTION);
  sketch.lead([{ from: 'approval', port: 'refused' }], 'terms');
  sketch.lead([{ from: 'terms', port: 'done' }], 'approval');
  sketch.choose(
    'A manager approves the terms',
    'The amount is large: the offer waits until somebody has agreed to it, and a refusal goes back to the rep.'
  );
}

/** Time to decide, cut short by a reply; then the question is asked, three times at most. */
function layDecision(
  sketch: Sketch,
  model: SalesModel,
  ways: readonly Loose[],
  ends: CloseEnds
): void {
  const timeout = sketch.gap('decide', 'Time to decide', {
    amount: model === 'relational' ? 10 : 3,
    unit: 'businessDays'
  });
  const wait = sketch.add(
    newNode('wait', 'decide', {
      name: 'Time to decide',
      until: { type: 'event', signals: ['reply'], timeout }
    })
  );
  sketch.lead(ways, wait);
  const ask = sketch.add(
    newNode('action', 'decision', {
      name: 'Ask for the decision',
      channel: 'call',
      role: 'rep',
      due: { amount: 1, unit: 'businessDays' },
      script: 'Did everybody get to look at it? What speaks against it? Then: shall we do it?',
      repeat: {
        times: 3,
        gap: { amount: 3, unit: 'businessDays' },
        until: ['bought', 'decided-against']
      },
      dispositions: ['no-answer', 'connected', 'bought', 'decided-against'],
      routes: ['bought', 'decided-against']
    }),
    DECISION_ASSUMPTION
  );
  sketch.lead(
    [
      { from: wait, port: 'met' },
      { from: wait, port: 'timeout' }
    ],
    ask
  );
  sketch.lead([{ from: ask, port: 'bought' }], ends.won);
  sketch.lead(
    [
      { from: ask, port: 'decided-against' },
      { from: ask, port: 'done' }
    ],
    ends.lost
  );
}
