import type { ResolvedCadence } from '../1-resolve/resolve';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { checkActions } from './actions';
import { checkApprovals } from './approvals';
import { checkBlocks } from './blocks';
import { checkBranches } from './branches';
import { checkChecklists } from './checklists';
import { checkCircles } from './circles';
import { checkConditions } from './conditions';
import { checkCrowdedDays } from './crowded-days';
import { checkDispositions } from './dispositions';
import { checkEntries } from './entries';
import { checkForks } from './forks';
import { checkGuards } from './guards';
import { checkHandoffs } from './handoffs';
import { checkHeldWays } from './held-ways';
import { checkLooseEnds } from './loose-ends';
import { checkNames } from './names';
import { checkReachable, checkWayOut } from './reachability';
import { checkReferences } from './references';
import { checkStages } from './stages';
import { checkStrayEdges } from './stray-edges';
import { checkTargets } from './targets';
import { checkTexts } from './texts';
import { checkTimeLimits } from './time-limits';
import { checkTypes } from './types';
import { checkWaitBeforeExit } from './wait-before-exit';
import { checkWaits } from './waits';

/** Looks at one thing, and lists what it finds in the order of the steps. */
type Check = (resolved: ResolvedCadence) => readonly Diagnostic[];

const CHECKS: readonly Check[] = [
  checkEntries,
  checkReachable,
  checkWayOut,
  checkLooseEnds,
  checkStrayEdges,
  checkForks,
  checkBlocks,
  checkStages,
  checkBranches,
  checkWaits,
  checkWaitBeforeExit,
  checkCircles,
  checkTargets,
  checkHandoffs,
  checkReferences,
  checkConditions,
  checkTypes,
  checkGuards,
  checkHeldWays,
  checkActions,
  checkApprovals,
  checkChecklists,
  checkTimeLimits,
  checkTexts,
  checkDispositions,
  checkCrowdedDays,
  checkNames
];

/** Everything that is wrong with the graph and what it holds. */
export function check(resolved: ResolvedCadence): Diagnostic[] {
  return CHECKS.flatMap((run) => run(resolved));
}
