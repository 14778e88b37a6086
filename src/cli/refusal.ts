import type { Diagnostic } from '$lib/compiler';
import type { Fault } from '$lib/domain';
import type { Terminal } from './terminal';

/** Exit statuses. */
export const DONE = 0;
const CADENCE_HAS_ERRORS = 1;
export const BAD_INPUT = 2;

/** Why nothing is simulated. */
export interface Refusal {
  readonly status: typeof CADENCE_HAS_ERRORS | typeof BAD_INPUT;
  /** Ends with a line break. */
  readonly message: string;
}

export function badInput(message: string, faults: readonly Fault[] = []): Refusal {
  const lines = faults.map((fault) => `  ${fault.path ? `${fault.path}: ` : ''}${fault.message}\n`);
  return { status: BAD_INPUT, message: `${message}\n${lines.join('')}` };
}

/** More names than a command takes. */
export function oneFile(others: readonly string[]): Refusal {
  return badInput(`one file at a time: what is "${others.join(' ')}"?`);
}

export function cadenceErrors(diagnostics: readonly Diagnostic[]): Refusal {
  const lines = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ message, node }) => `  ${node ? `[${node}] ` : ''}${message}\n`);
  return { status: CADENCE_HAS_ERRORS, message: `The cadence has errors:\n${lines.join('')}` };
}

/** Says it; returns the exit status. */
export function refuse({ status, message }: Refusal, terminal: Pick<Terminal, 'complain'>): number {
  terminal.complain(message);
  return status;
}
