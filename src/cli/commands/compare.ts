import { CalendarCache } from '$lib/compiler';
import { comparisonOf, type NamedVariant } from '$lib/simulation';
import { fail, ok, type Result } from '$lib/util';
import type { Arguments } from '../command';
import type { Command } from '../command';
import { prepare } from '../inputs/subject';
import type { Subject } from '../subject';
import { variantOf } from '../inputs/variant';
import { DONE, badInput, refuse, type Refusal } from '../refusal';
import { comparisonReport } from '../report/comparison';
import { runExperiment } from '../run/experiment';
import type { Terminal } from '../terminal';

/** Several cadences, or scenarios, against the first. */
export const compare: Command = {
  option: 'compare',
  forms: { compare: { type: 'string', multiple: true } },
  help: `Compared with others
  --compare FILE…     cadences to compare FILE with, on the same leads with the same luck. After a name may
                      stand its scenario and named times: FILE@optimistic,gap1="1 bd"; so may after FILE
                      itself. Leads, seed, replications and warm-up are those of FILE
`,
  run
};

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const began = terminal.now();
  const variants = readVariants(args, terminal);
  if (!variants.ok) return refuse(variants.error, terminal);
  const comparison = comparisonOf(variants.value);
  if (!comparison.ok) {
    const refusal = badInput('These cannot be compared:', comparison.error);
    return refuse(refusal, terminal);
  }
  const result = await runExperiment(comparison.value, args, terminal);
  terminal.print(
    args.output === 'text'
      ? comparisonReport(result, terminal.now() - began)
      : `${JSON.stringify(result, null, 2)}\n`
  );
  return DONE;
}

function readVariants(
  args: Arguments,
  terminal: Terminal
): Result<readonly NamedVariant[], Refusal> {
  const texts = [args.file, ...(args.values['compare'] as readonly string[]), ...args.others];
  const variants: NamedVariant[] = [];
  const calendars = new CalendarCache();
  let first: Subject | null = null;
  for (const text of texts) {
    const [source = '', ...set] = text.split(',');
    const [file = '', scenario] = source.split('@');
    const asked = {
      ...args,
      file,
      scenario: scenario ?? args.scenario,
      set: [...args.set, ...set]
    };
    const subject = prepare(asked, terminal);
    if (!subject.ok) return subject;
    first ??= subject.value;
    const variant = variantOf(alike(subject.value, first), calendars);
    if (!variant.ok) return variant;
    variants.push({ name: nameOf(text, variants), ...variant.value });
  }
  return variants.length < 2 ? fail(badInput('--compare needs another cadence')) : ok(variants);
}

/** Without folders and ending; told apart from those before. */
function nameOf(text: string, before: readonly NamedVariant[]): string {
  const short = text.replace(/^[^,@]*[/\\]/, '').replace(/\.json(?=[,@]|$)/, '');
  const same = before.filter(({ name }) => name === short || name.startsWith(`${short} (`)).length;
  return same === 0 ? short : `${short} (${same + 1})`;
}

/** With the leads and the seed of the first, as often and from the same lead on, so that all meet the same. */
function alike(subject: Subject, { scenario, options }: Subject): Subject {
  const { arrivals, seed, replications = 1, warmUp = 0 } = scenario;
  const leads = arrivals.type === 'leads' ? arrivals.leads.length : scenario.leads;
  return {
    ...subject,
    scenario: { ...subject.scenario, replications, warmUp },
    options: { leads, seed, ...options }
  };
}
