import {
  copySteps,
  looksCopied,
  parseCadenceFile,
  readCopiedSteps,
  type CopiedSteps,
  type Fault
} from '$lib/domain';

/** What a pasted text turns out to be. */
export type Clip =
  | { readonly type: 'steps'; readonly steps: CopiedSteps }
  | { readonly type: 'note'; readonly text: string }
  /** Nothing that can be pasted: why, and what to do instead. */
  | { readonly type: 'refused'; readonly message: string; readonly help: string };

/** Characters; reading more would be felt. Five hundred steps have a quarter of it. */
const MOST = 1_000_000;
/** What a note can hold and somebody may still want to read. */
const MOST_OF_NOTE = 4000;
const MOST_STEPS = 500;

/** Finds out what was pasted. Any text at all is answered, none throws. */
export function understand(text: string): Clip {
  if (text.trim() === '') {
    return refused('There is nothing to paste', 'The clipboard holds no text and no steps.');
  }
  if (text.length > MOST) {
    const size = (text.length / 1_000_000).toFixed(1);
    return refused(
      `That is too much to paste: ${size} million characters`,
      'Save it as a file and open that in the library.'
    );
  }
  if (looksCopied(text)) return copied(text);
  const json = jsonOf(text);
  if (json === undefined) return noteOf(text);
  if (!isRecord(json)) return noteOf(text);
  if ('cadence' in json && 'format' in json) return cadenceFile(text);
  return refused(
    'That is JSON, but neither steps nor a cadence',
    'Steps are copied on a canvas, with Copy.'
  );
}

function copied(text: string): Clip {
  const steps = readCopiedSteps(text);
  if (!steps.ok) return refused('The copied steps cannot be read', firstOf(steps.error));
  if (steps.value.nodes.length === 0) {
    return refused('There is nothing to paste', 'No steps were copied.');
  }
  return { type: 'steps', steps: steps.value };
}

/** All steps of a cadence that was copied as a file. */
function cadenceFile(text: string): Clip {
  const file = parseCadenceFile(text);
  if (!file.ok) return refused('The cadence cannot be read', firstOf(file.error));
  const { nodes } = file.value.cadence;
  if (nodes.length === 0 || nodes.length > MOST_STEPS) {
    return refused(
      `A cadence of ${nodes.length.toLocaleString('en-US')} steps cannot be pasted`,
      'Open it as a file in the library.'
    );
  }
  return { type: 'steps', steps: copySteps(file.value, new Set(nodes.map(({ id }) => id))) };
}

function noteOf(text: string): Clip {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  if (plain.length <= MOST_OF_NOTE) return { type: 'note', text: plain };
  return refused(
    'That text is too long for a note',
    `A note takes ${MOST_OF_NOTE.toLocaleString('en-US')} characters; this has ${plain.length.toLocaleString('en-US')}.`
  );
}

function jsonOf(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}

function firstOf(faults: readonly Fault[]): string {
  const [first, ...others] = faults;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return first ? `${`${first.path} ${first.message}`.trim()}${more}` : 'It is damaged.';
}

function refused(message: string, help: string): Clip {
  return { type: 'refused', message, help };
}
