import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/compiler';
import { checkProgram, printProgram } from '$lib/program';
import { present } from '$lib/util';
import { loadCadenceFile } from '$tests/support/files';
import { expectGolden } from '$tests/support/golden';

/** A folder is a program: `cadence.json` in, `program.txt` out, and nothing to complain of. */
const ROOT = 'tests/goldens/programs';

describe('golden programs', () => {
  it.each(readdirSync(ROOT))('CMP-6 %s', (folder) => {
    const { diagnostics, program } = compile(
      loadCadenceFile(`${ROOT}/${folder}/cadence.json`).cadence
    );
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(checkProgram(present(program, 'program'))).toEqual([]);
    expectGolden(`${ROOT}/${folder}/program.txt`, printProgram(present(program, 'program')));
  });
});
