import { ACTIONS } from './actions';
import { CONDITIONS } from './conditions';
import { CONNECTIONS } from './connections';
import { CONTENT } from './content';
import type { Diagnostic } from './diagnostic';
import { FLOW } from './flow';
import { FORKS } from './forks';
import { LIMITS } from './limits';
import { REFERENCES } from './references';
import { SUPPORT } from './support';
import { WAITS } from './waits';

/** Every diagnostic there is, by its stable code. */
export const DIAGNOSTICS = {
  ...FLOW,
  ...FORKS,
  ...WAITS,
  ...ACTIONS,
  ...CONTENT,
  ...CONDITIONS,
  ...REFERENCES,
  ...CONNECTIONS,
  ...LIMITS,
  ...SUPPORT
};

export type DiagnosticCode = keyof typeof DIAGNOSTICS;

type MessageParts<C extends DiagnosticCode> = Parameters<(typeof DIAGNOSTICS)[C]['message']>;

export type Place = Pick<Diagnostic, 'node' | 'edge' | 'field' | 'fix'>;

/** Makes a diagnostic of the catalogue's `code`. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  parts: MessageParts<C>,
  place: Place = {}
): Diagnostic {
  const { severity, help, message } = DIAGNOSTICS[code];
  const text = (message as (...parts: MessageParts<C>) => string)(...parts);
  return { code, severity, message: text, help, ...place };
}
