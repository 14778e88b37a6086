/*
 * Read by every Node that can load modules at all, so nothing newer than ES2018 in here.
 */

/**
 * Whether a version such as "20.19.1" is new enough: 20.19 and later, or 22.12 and later.
 * Between the two lie releases without the module loading that our build tools rely on.
 * @param {string} version
 */
export function isSupportedNode(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major === 20) return minor >= 19;
  if (major === 21) return false;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/** Says kindly what to do when this Node is too old; true when it will do. */
export function requireNode() {
  const version = process.versions.node;
  if (isSupportedNode(version)) return true;
  console.error('Cadenza needs Node.js 20.19 or later (22.12 or later if you use 22).');
  console.error('This is Node.js ' + version + '. You find a newer one at https://nodejs.org.');
  process.exitCode = 1;
  return false;
}
