import { expect, it } from 'vitest';
import { EXPECTED_CHECKSUMS, checksums } from './testing/checksum';

it('CAL-19 Node computes the same tables', () => {
  expect(checksums()).toEqual(EXPECTED_CHECKSUMS);
});
