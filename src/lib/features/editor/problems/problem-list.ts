import type { Diagnostic, Severity } from '$lib/worker/protocol';

const SEVERITIES = ['error', 'warning', 'info'] as const;

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Good to know'
};

export interface ProblemGroup {
  readonly severity: Severity;
  readonly problems: readonly Diagnostic[];
}

/** Problems by severity, the worst first; in each group as they were found. */
export function groupProblems(diagnostics: readonly Diagnostic[]): readonly ProblemGroup[] {
  return SEVERITIES.map((severity) => ({
    severity,
    problems: diagnostics.filter((diagnostic) => diagnostic.severity === severity)
  })).filter((group) => group.problems.length > 0);
}

/** `1 problem`, `No problems`, `2 problems, 1 note`: what asks for work and what only informs. */
export function problemWords(diagnostics: readonly Diagnostic[]): string {
  const notes = diagnostics.filter(({ severity }) => severity === 'info').length;
  const problems = diagnostics.length - notes;
  const words =
    problems === 0 ? 'No problems' : problems === 1 ? '1 problem' : `${problems} problems`;
  return notes === 0 ? words : `${words}, ${notes} ${notes === 1 ? 'note' : 'notes'}`;
}
