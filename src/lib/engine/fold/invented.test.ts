import { describe, expect, it } from 'vitest';
import { branch, cadenceOf, call, entry, exit } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { History } from '$tests/support/history';
import { foldLead, type FoldInput } from '../fold';
import type { Enrollment } from '../lead-state';

const OPEN = '2026-01-05T10:00-05:00';
const LATER = Date.parse('2026-01-05T11:00-05:00');

const cadence = cadenceOf(
  [
    entry(),
    call('call', { requiredFields: ['name'], dispositions: ['connected', 'no-answer'] }),
    branch('half', {
      type: 'split',
      cases: [
        { id: 'a', name: 'A', weight: 50 },
        { id: 'b', name: 'B', weight: 50 }
      ]
    }),
    exit('one'),
    exit('two')
  ],
  ['start > call', 'call > half', 'half:a > one', 'half:b > two']
);
const program = programOf(cadence);

function folded(rest: Pick<FoldInput, 'invented'>, disposition?: string): Enrollment | undefined {
  const { events } = new History()
    .enroll(OPEN, cadence.id, program.version)
    .complete(OPEN, cadence.id, 'call#1', disposition);
  const lead = { id: '01jd00000000000000000000zz', fields: {} };
  const programs = new Map([[program.version, program]]);
  return foldLead({ lead, events, programs, ...rest }, LATER).enrollments[0];
}

describe('leads that are made up', () => {
  it('ENG-78 have all data that an answer asks for', () => {
    expect(folded({}, 'connected')?.status).toBe('running');
    expect(folded({ invented: { leadKey: 1 } }, 'connected')?.status).toBe('ended');
    expect(folded({ invented: { leadKey: 1 } })?.status).toBe('ended');
  });

  it('ENG-78 are split by the key they are given', () => {
    const ends = new Set<string>();
    for (let leadKey = 0; leadKey < 20; leadKey++)
      ends.add(folded({ invented: { leadKey } }, 'no-answer')?.end?.node ?? '');
    expect([...ends].sort()).toEqual(['one', 'two']);
  });
});
