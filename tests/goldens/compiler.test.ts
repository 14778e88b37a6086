import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTICS, compile, type Diagnostic } from '$lib/compiler';
import { applyEdit, type CadenceFile } from '$lib/domain';
import { loadCadenceFile } from '$tests/support/files';
import { expectGolden } from '$tests/support/golden';

/**
 * A folder is a diagnostic: `cadence.json` has it, `diagnostics.txt` is all that the compiler says of
 * that cadence.
 */
const ROOT = 'tests/goldens/compiler';

const RULES: Readonly<Record<keyof typeof DIAGNOSTICS, string>> = {
  'no-entry': 'CMP-10',
  'two-entries': 'CMP-11',
  'unreachable-step': 'CMP-12',
  'no-way-out': 'CMP-13',
  'dangling-port': 'CMP-14',
  'branch-without-default': 'CMP-15',
  'stray-connection': 'CMP-16',
  'branch-without-cases': 'CMP-17',
  'ends-in-wait': 'CMP-18',
  'weights-not-100': 'CMP-19',
  'wait-before-exit': 'CMP-20',
  'endless-circle': 'CMP-21',
  'unknown-parameter': 'CMP-22',
  'unknown-role': 'CMP-23',
  'unknown-disposition': 'CMP-24',
  'unknown-field': 'CMP-25',
  'unknown-merge-field': 'CMP-26',
  'unknown-fact': 'CMP-27',
  'unknown-step': 'CMP-28',
  'not-an-action': 'CMP-29',
  'missing-script': 'CMP-30',
  'missing-template': 'CMP-31',
  'nothing-to-send': 'CMP-32',
  'unnamed-step': 'CMP-33',
  'unnamed-cadence': 'CMP-33',
  'unhandled-disposition': 'CMP-34',
  'route-not-offered': 'CMP-35',
  'unknown-cadence': 'CMP-36',
  'bad-calendar': 'CMP-37',
  'calendar-never-open': 'CMP-38',
  'empty-case': 'CMP-39',
  'crowded-day': 'CMP-40',
  'unpaired-fork': 'CMP-90',
  'unpaired-join': 'CMP-91',
  'join-from-outside': 'CMP-92',
  'path-leaves-fork': 'CMP-93',
  'path-misses-join': 'CMP-94',
  'join-never-enough': 'CMP-95',
  'fork-without-paths': 'CMP-96',
  'stage-in-fork': 'CMP-97',
  'step-in-two-stages': 'CMP-98',
  'wait-without-timeout': 'CMP-99',
  'wait-for-nothing': 'CMP-100',
  'wait-for-no-day': 'CMP-101',
  'not-a-date-field': 'CMP-102',
  'repeat-without-gap': 'CMP-103',
  'repeat-never-ends-early': 'CMP-104',
  'route-on-approval': 'CMP-105',
  'approval-without-role': 'CMP-106',
  'cannot-be-automatic': 'CMP-107',
  'variants-not-100': 'CMP-108',
  'missing-checklist-text': 'CMP-109',
  'limit-without-target': 'CMP-110',
  'limits-out-of-order': 'CMP-111',
  'held-never-taken': 'CMP-112',
  'handler-to-nowhere': 'CMP-113',
  'move-to-nowhere': 'CMP-113',
  'handoff-to-nowhere': 'CMP-114',
  'instant-handoff-loop': 'CMP-115',
  'different-data': 'CMP-116',
  'handoff-lacks-field': 'CMP-116',
  'signal-never-heard': 'CMP-117',
  'never-open-together': 'CMP-118',
  'contradictory-condition': 'CMP-119',
  'overlapping-case': 'CMP-120',
  'compares-wrong-type': 'CMP-121',
  'unknown-choice': 'CMP-122',
  'requirement-cannot-be-met': 'CMP-123',
  'guarded-way-stalls': 'CMP-124',
  'guarded-way-may-stall': 'CMP-125',
  'worst-case-over-limit': 'CMP-126',
  'unbounded-path': 'CMP-127',
  'guard-versus-fast-exit': 'CMP-128'
};

describe.each(Object.entries(RULES))('%s', (code, rule) => {
  const file = loadCadenceFile(`${ROOT}/${code}/cadence.json`);
  const diagnostics = diagnosticsOf(file);

  it(`${rule} is told of its cadence`, () => {
    expect(diagnostics.map((one) => one.code)).toContain(code);
    expectGolden(`${ROOT}/${code}/diagnostics.txt`, diagnostics.map(printed).join(''));
  });

  it('CMP-5 a quick fix mends what it stands on and brings no new error', () => {
    const before = new Set(diagnostics.map(identity));
    const left = diagnostics.flatMap((one) => {
      if (!one.fix) return [];
      const mended = applyEdit(file, one.fix.edit);
      if (!mended.ok) return [mended.error.message];
      const after = diagnosticsOf(mended.value).filter(
        (found) =>
          identity(found) === identity(one) ||
          (found.severity === 'error' && !before.has(identity(found)))
      );
      return after.map(identity);
    });
    expect(left).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('CMP-4 has a cadence for every code', () => {
    expect(readdirSync(ROOT).sort()).toEqual(Object.keys(DIAGNOSTICS).sort());
  });
});

function diagnosticsOf({ cadence, linked }: CadenceFile): readonly Diagnostic[] {
  return compile(cadence, { linked: linked.map((one) => one.cadence) }).diagnostics;
}

function identity({ code, message, node, edge }: Diagnostic): string {
  return [code, node, edge, message].join(' · ');
}

function printed({ severity, code, message, node, edge, field, fix }: Diagnostic): string {
  const place = [node, edge, field].filter((part) => part !== undefined).join(' · ');
  const lines = [`${severity} ${code}${place === '' ? '' : ` (${place})`}`, `  ${message}`];
  if (fix) lines.push(`  fix: ${fix.label}`);
  return lines.map((line) => `${line}\n`).join('');
}
