const PLAIN = /^[A-Za-z_$][\w$-]*$/;
const LONGEST = 40;

/** `cadence.nodes[3].name`; keys that are not plain words stand in quotes, long ones are cut. */
export function pathOf(keys: readonly (string | number)[]): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (!PLAIN.test(key) || key.length > LONGEST) path += `[${quoted(key)}]`;
    else path += path === '' ? key : `.${key}`;
  }
  return path;
}

/** The text in quotes, on one line, cut when it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
