import type { ResolvedCadence } from '../1-resolve/resolve';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { checkBranches } from './branches';
import { checkCircles } from './circles';
import { checkCrowdedDays } from './crowded-days';
import { checkDispositions } from './dispositions';
import { checkEntries } from './entries';
import { checkLooseEnds } from './loose-ends';
import { checkNames } from './names';
import { checkReachable, checkWayOut } from './reachability';
import { checkReferences } from './references';
import { checkStrayEdges } from './stray-edges';
import { checkTexts } from './texts';
import { checkWaitBeforeExit } from './wait-before-exit';

/** Looks at one thing, and lists what it finds in the order of the steps. */
type Check = (resolved: ResolvedCadence) => readonly Diagnostic[];

const CHECKS: readonly Check[] = [
  checkEntries,
  checkReachable,
  checkWayOut,
  checkLooseEnds,
  checkStrayEdges,
  checkBranches,
  checkWaitBeforeExit,
  checkCircles,
  checkReferences,
  checkTexts,
  checkDispositions,
  checkCrowdedDays,
  checkNames
];

/** Everything that is wrong with the graph and what it holds. */
export function check(resolved: ResolvedCadence): Diagnostic[] {
  return CHECKS.flatMap((run) => run(resolved));
}
