import { cpus, totalmem } from 'node:os';

/**
 * One line of the table.
 * @typedef {{ who: string, leads: number, warm: number, first: number, good: number, mean: number }} Row
 */

/** The machine and what runs on it. @param {readonly string[]} versions */
export function machineLine(versions) {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return [`${processors.length} × ${model}`, memory, process.platform, ...versions].join(' · ');
}

/** The median of some times. @param {readonly number[]} times */
export function median(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** So many per cent of the values are no higher. @param {readonly number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? NaN;
}

/** How fast the editor is with one cadence. @param {string} title @param {readonly import('./editor.js').EditorRow[]} rows */
export function editorTable(title, rows) {
  const lines = rows.map(({ what, median, p95, worst, once, budget }) => [
    what,
    ...(once === undefined ? [median, p95, worst] : [once]).map((value) => figure(value ?? NaN)),
    ...(once === undefined ? [] : ['', '']),
    budget
  ]);
  return printed(title, ['ms', 'median', 'p95', 'worst', 'budget'], lines, 0);
}

const HEAD = ['leads', '', 'warm ms', 'first ms', 'ns/lead', '× C', 'SimPy ÷', 'good %', 'mean d'];

/** The rows of one workload with ratios to the limit in C and to SimPy. @param {string} title @param {readonly Row[]} rows */
export function table(title, rows) {
  const lines = rows.map((row) => {
    const { who, leads, warm, first, good, mean } = row;
    const limit = rows.find((each) => each.leads === leads && each.who.startsWith('C ('));
    const simpy = rows.find((each) => each.leads === leads && each.who.startsWith('SimPy'));
    return [
      leads.toLocaleString('en'),
      who,
      figure(warm),
      figure(first),
      figure((warm * 1e6) / leads),
      limit ? figure(warm / limit.warm) : '',
      simpy ? figure(simpy.warm / warm) : '',
      (good * 100).toFixed(1),
      (mean / 1440).toFixed(2)
    ];
  });
  return printed(title, HEAD, lines, 1);
}

/** Columns under each other, that of words to the left. @param {string} title @param {readonly string[]} head @param {readonly (readonly string[])[]} lines @param {number} words */
function printed(title, head, lines, words) {
  const widths = head.map((cell, i) =>
    Math.max(cell.length, ...lines.map((line) => line[i]?.length ?? 0))
  );
  const print = (/** @type {readonly string[]} */ line) =>
    line
      .map((cell, i) => (i === words ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [`\n${title}`, print(head), ...lines.map(print)].join('\n');
}

/** Three digits that count. @param {number} value */
function figure(value) {
  if (!(value > 0)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3);
}
