import { describe, expect, it } from 'vitest';
import { cadenceOf, sixSteps, tiny } from '$tests/support/cadences';
import { versionOf } from '../version';
import { nextEnrollmentKey, referral } from './enrollment-key';
import { publish, readVersion } from './publish';

const CADENCE = '01jd00000000000000000000aa';

describe('published versions', () => {
  it('DOM-75 bear the hash of their content and share nothing with the draft', () => {
    const draft = structuredClone(tiny());
    const published = publish(draft);
    expect(published.version).toBe(versionOf(tiny()));
    Object.assign(draft.nodes[1] ?? {}, { name: 'Changed' });
    expect(published.cadence).toEqual(tiny());
    expect(publish(draft).version).not.toBe(published.version);
  });

  it('DOM-76 read back only when the hash is that of the content', () => {
    const published = publish(sixSteps());
    const stored: unknown = JSON.parse(JSON.stringify(published));
    expect(readVersion(stored)).toEqual({ ok: true, value: published });
    const forged = { ...published, cadence: { ...published.cadence, name: 'Forged' } };
    const read = readVersion(forged);
    expect(read.ok ? [] : read.error).toEqual([
      {
        path: 'version',
        message: expect.stringMatching(
          /^is not the hash of the cadence, which is [0-9a-f]{8}…: it was changed after it was published$/
        ) as unknown
      }
    ]);
  });

  it.each<[unknown, string]>([
    [null, ''],
    [{ version: 'abc', cadence: tiny() }, 'version'],
    [{ version: versionOf(tiny()) }, 'cadence'],
    [{ ...publish(tiny()), extra: 1 }, 'extra'],
    [JSON.parse('{"version":"x","cadence":{"__proto__":{}}}'), 'cadence.__proto__'],
    [{ version: 'a'.repeat(64), cadence: { ...tiny(), edges: lost() } }, 'cadence.edges[0].to']
  ])('DOM-76 are refused with the place of what is wrong: %#', (value, path) => {
    const read = readVersion(value);
    expect(read.ok ? [] : read.error.map((fault) => fault.path)).toContain(path);
  });
});

function lost() {
  const [edge] = cadenceOf(tiny().nodes, ['start > call']).edges;
  return [{ ...edge, to: 'gone' }];
}

describe('leads and their enrollments', () => {
  it('DOM-77 the next key of a cadence is one more than the highest there is', () => {
    expect(nextEnrollmentKey(CADENCE, [])).toBe(`${CADENCE}~1`);
    const others = ['01jd00000000000000000000bb~7', `${CADENCE}~1`, `${CADENCE}~3`];
    expect(nextEnrollmentKey(CADENCE, others)).toBe(`${CADENCE}~4`);
  });

  it('DOM-78 a referral is a lead of its own, linked to the one that named it', () => {
    const from = { id: '01jd00000000000000000000ld', fields: { region: 'north' } };
    expect(referral(from, '01jd00000000000000000000le', { name: 'Ann' })).toEqual({
      id: '01jd00000000000000000000le',
      fields: { name: 'Ann' },
      referredBy: '01jd00000000000000000000ld'
    });
  });
});
