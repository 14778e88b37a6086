import type { WriteFailure } from '$lib/storage';

/** Why storage did not do it, and what the person can do. */
export function failureWords(failure: WriteFailure): string {
  switch (failure.code) {
    case 'full':
      return 'This device has no room left. Export what matters, free some space, then try again.';
    case 'unavailable':
      return 'The storage of this browser does not answer. Reload the page, then try again.';
    case 'conflict':
      return 'It was changed in another tab at the same moment. Look at it again, then try again.';
  }
}
