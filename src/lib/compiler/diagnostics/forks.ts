import type { Catalogue } from './entry';

/** Paths side by side, and the stages they lie in. */
export const FORKS = {
  'unpaired-fork': {
    severity: 'error',
    help: 'The paths of a fork have to meet somewhere. Add a join and let it name this fork.',
    message: (fork: string) => `No join brings the paths of ${fork} together.`
  },
  'unpaired-join': {
    severity: 'error',
    help: 'A join waits for the paths of one fork, and every fork has one join. Choose the fork it belongs to.',
    message: (join: string, why: string) => `${join} ${why}.`
  },
  'join-from-outside': {
    severity: 'error',
    help: 'A lead that comes here without having been at the fork would wait for paths that nobody is on. Lead it past the join.',
    message: (join: string, fork: string) => `Leads come to ${join} without having been at ${fork}.`
  },
  'path-leaves-fork': {
    severity: 'error',
    help: 'The paths of a fork begin at the fork and end at its join, at an exit, or at a handoff that ends. Nothing leads into them or out of them on the way.',
    message: (step: string, fork: string) =>
      `${step} is reached on a path of ${fork} and from outside of it.`
  },
  'path-misses-join': {
    severity: 'warning',
    help: 'A path that ends by itself counts as arrived at the join. If that is not meant, lead it to the join.',
    message: (path: string, fork: string, join: string) =>
      `The path “${path}” of ${fork} never comes to ${join}.`
  },
  'join-never-enough': {
    severity: 'error',
    help: 'A join cannot wait for more paths than there are. Choose a smaller number, or all.',
    message: (join: string, count: number, paths: number) =>
      `${join} waits for ${count} paths, but its fork has only ${paths}.`
  },
  'fork-without-paths': {
    severity: 'error',
    help: 'A lead that comes to a fork goes on by all of its paths. Add at least one.',
    message: (fork: string) => `${fork} has no paths.`
  },
  'stage-in-fork': {
    severity: 'error',
    help: 'A lead is in one stage at a time, and on all paths of a fork at once. Put the stage before the fork or after its join.',
    message: (stage: string, fork: string) => `The stage ${stage} lies on a path of ${fork}.`
  },
  'step-in-two-stages': {
    severity: 'warning',
    help: 'Its work counts for one stage or the other, depending on the way that the lead came. Give each stage a step of its own, or put a stage before this step.',
    message: (step: string, stages: string) => `${step} lies in the stages ${stages}.`
  }
} as const satisfies Catalogue;
