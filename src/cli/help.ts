import type { Command } from './command';

const BEFORE = `Simulates a cadence and prints what comes of it.

  npm run simulate -- FILE [options]

FILE is a cadence file, such as static/examples/six-step-follow-up.json.

What is simulated
  --scenario ID|FILE  which of the file's scenarios (default: the first), or a scenario as JSON
  --leads N           how many leads (default: the scenario's)
  --seed N            seed of the draws, a whole number (default: the scenario's)
  --start TIME        local date and time of the first arrivals, like 2026-01-05T09:00
  --table FILE        real leads, as CSV: a column "arrives" (like 2026-01-05T09:00), if you like a column
                      "segment", and a column for each of the cadence's fields that they bring. It starts
                      with the first of them if that is before the scenario does
  --set NAME=TIME     sets a named time of the cadence, like --set gap1="3 bd"; may be given many times.
                      Units: min, h, d, w; of open time: bmin, bh, bd

How
  --workers N         threads (default: as many as are worth it, at most one for each core); the result
                      does not depend on it
  --brief             of a plain simulation the main figures alone, which takes less time: no first responses, no open time, no
                      days, and no intervals that only batches of leads could tell
  --budget SECONDS    stop after so many seconds with what there is, and say so
  --memory MB         the same, once so many megabytes are in use
`;

const AFTER = `
What is printed
  --json              the result as JSON; its schema is src/cli/result.schema.json, or else
                      src/cli/compare.schema.json, src/cli/optimize.schema.json or
                      src/cli/sensitivity.schema.json
  --csv               the steps as a table for a spreadsheet
  --help              this

The same file, scenario, number of leads and seed give the same bytes on every machine.

Exit status: 0 simulated; 1 the cadence has errors; 2 the input is wrong: arguments, files, a scenario
that makes no sense or does not fit the cadence.
`;

export function helpOf(commands: readonly Command[]): string {
  return BEFORE + commands.map(({ help }) => help && `\n${help}`).join('') + AFTER;
}
