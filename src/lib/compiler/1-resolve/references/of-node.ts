import {
  mergeFieldsOf,
  type ActionNode,
  type BranchNode,
  type CadenceNode,
  type HandoffNode,
  type Requirement,
  type SlaThreshold,
  type Template,
  type WaitNode
} from '$lib/domain';
import { mentionsOfCondition } from './of-condition';
import { mention, mentionAll, mentionDelay, type Mention } from './reference';

/** Every name that a step mentions. */
export function mentionsOfNode(node: CadenceNode): Mention[] {
  switch (node.kind) {
    case 'entry':
      return [
        ...mentionsOfCondition(node.criteria, 'criteria'),
        ...mentionAll('signal', node.signals, 'signals'),
        ...mentionDelay(node.reEntry?.after, 'reEntry')
      ];
    case 'stage':
      return [...ofSla(node.sla), ...mentionsOfRequirements(node.requirements)];
    case 'action':
      return ofAction(node);
    case 'wait':
      return ofWait(node);
    case 'branch':
      return ofBranch(node);
    case 'join':
      return mention('step', node.fork, 'fork');
    case 'handoff':
      return ofHandoff(node);
    case 'exit':
      return [
        ...mentionsOfRequirements(node.requirements),
        ...mentionDelay(node.recycle?.after, 'recycle'),
        ...mention('cadence', node.recycle?.cadence, 'recycle')
      ];
    default:
      return [];
  }
}

export function mentionsOfRequirements(requirements: readonly Requirement[] | undefined) {
  return (requirements ?? []).flatMap(({ when }) => mentionsOfCondition(when, 'requirements'));
}

function ofSla(sla: readonly SlaThreshold[] | undefined): Mention[] {
  return (sla ?? []).flatMap(({ after, role, to }) => [
    ...mentionDelay(after, 'sla'),
    ...mention('role', role, 'sla'),
    ...mention('step', to, 'sla')
  ]);
}

function ofAction(node: ActionNode): Mention[] {
  return [
    ...mention('role', node.role, 'role'),
    ...mentionDelay(node.due, 'due'),
    ...mentionAll('field', node.requiredFields, 'requiredFields'),
    ...mentionAll('disposition', node.dispositions, 'dispositions'),
    ...mentionDelay(node.repeat?.gap, 'repeat'),
    ...mentionAll('disposition', node.repeat?.until, 'repeat'),
    ...mentionDelay(node.autoSkipAfter, 'autoSkipAfter'),
    ...mentionDelay(node.expireAfter, 'expireAfter'),
    ...ofSla(node.sla),
    ...mentionsOfRequirements(node.requirements),
    ...ofText(node.script, node.template),
    ...(node.variants ?? []).flatMap(({ script, template }) => ofText(script, template))
  ];
}

function ofText(script: string | undefined, template: Template | undefined): Mention[] {
  const inTemplate = [template?.subject ?? '', template?.body ?? ''].flatMap(mergeFieldsOf);
  return [
    ...mentionAll('mergeField', mergeFieldsOf(script ?? ''), 'script'),
    ...mentionAll('mergeField', inTemplate, 'template')
  ];
}

function ofWait({ until }: WaitNode): Mention[] {
  switch (until.type) {
    case 'duration':
      return mentionDelay(until.delay, 'until');
    case 'date':
      return mention('field', until.field, 'until');
    case 'event':
      return [
        ...mentionAll('signal', until.signals, 'until'),
        ...mentionsOfCondition(until.condition, 'until'),
        ...mentionDelay(until.timeout, 'until')
      ];
    default:
      return [];
  }
}

function ofBranch({ by }: BranchNode): Mention[] {
  switch (by.type) {
    case 'condition':
      return by.cases.flatMap(({ when }) => mentionsOfCondition(when, 'by'));
    case 'disposition':
      return [
        ...mention('action', by.of, 'by'),
        ...by.cases.flatMap(({ dispositions }) => mentionAll('disposition', dispositions, 'by'))
      ];
    case 'signal':
      return by.cases.flatMap(({ signal }) => mention('signal', signal, 'by'));
    default:
      return [];
  }
}

function ofHandoff({ to }: HandoffNode): Mention[] {
  if (to.type !== 'enroll') return [];
  const fields = (to.fields ?? []).map(({ from }) => from);
  return [...mention('cadence', to.cadence, 'to'), ...mentionAll('field', fields, 'to')];
}
