import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/compiler';
import { parseCadenceFile, parseLeadEvent, type LeadEvent } from '$lib/domain';
import { foldLead, printTrace, stateHash } from '$lib/engine';
import { printProgram } from '$lib/program';
import { expectGolden } from '$tests/support/golden';

/**
 * A folder is a test: `cadence.json` and `history.json` in, `diagnostics.txt`, `program.txt` and
 * `trace.txt` out. A history is `{lead, now, events}`; the version is filled in, so that a changed
 * word in a script does not change every history.
 */
const root = fileURLToPath(new URL('runs', import.meta.url));

interface Story {
  readonly lead: { readonly id: string; readonly fields: Readonly<Record<string, string>> };
  readonly now: string;
  readonly events: readonly Record<string, unknown>[];
}

function read(folder: string, name: string): string {
  return readFileSync(join(root, folder, name), 'utf8');
}

function eventsOf(story: Story, version: string): LeadEvent[] {
  return story.events.map((raw) => {
    const event = parseLeadEvent(raw['kind'] === 'enrolled' ? { ...raw, version } : raw);
    if (!event.ok) throw new Error(JSON.stringify(event.error));
    return event.value;
  });
}

describe('golden histories', () => {
  it.each(readdirSync(root))('%s', (folder) => {
    const file = parseCadenceFile(read(folder, 'cadence.json'));
    if (!file.ok) throw new Error(JSON.stringify(file.error, null, 2));
    const { diagnostics, program } = compile(file.value.cadence);
    const words = diagnostics.map(
      ({ severity, code, node, message }) => `${severity} ${code} ${node ?? '-'}: ${message}\n`
    );
    expectGolden(join(root, folder, 'diagnostics.txt'), words.join(''));
    if (!program) throw new Error('a golden cadence must compile');
    expectGolden(join(root, folder, 'program.txt'), printProgram(program));

    const story = JSON.parse(read(folder, 'history.json')) as Story;
    const state = foldLead(
      {
        lead: story.lead,
        events: eventsOf(story, program.version),
        programs: new Map([[program.version, program]])
      },
      Date.parse(story.now)
    );
    const utc = (at: number): string => new Date(at).toISOString().slice(0, 16) + 'Z';
    const traces = state.enrollments.map(
      (run) => `${run.key} ${run.status}\n${printTrace(run.trace, utc)}`
    );
    const notices = state.notices.map(({ code, event }) => `notice ${code} ${event}\n`);
    // The state's hash names the version, so it is not part of the golden; two folds must agree on it.
    expect(stateHash(state)).toMatch(/^[0-9a-f]{8}$/);
    expectGolden(join(root, folder, 'trace.txt'), [...traces, ...notices].join('\n'));
  });
});
