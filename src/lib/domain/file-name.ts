const LENGTH = 60;

/** What an exported cadence's file is called: `Q3: Würth calls` becomes `q3-wurth-calls.cadence.json`. */
export function fileNameOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .slice(0, LENGTH)
    .replace(/^-+|-+$/g, '');
  return `${slug || 'cadence'}.cadence.json`;
}
