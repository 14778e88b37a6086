import type { LeadField, Scalar } from '$lib/domain';

export type Values = Readonly<Record<string, Scalar>>;

/** A lead that nobody has met. */
export interface Invented {
  readonly name: string;
  readonly values: Values;
}

const PEOPLE = [
  { first: 'Ada', last: 'Lovelace', company: 'Analytical Engines', city: 'London' },
  { first: 'Grace', last: 'Hopper', company: 'Harbor Software', city: 'New York' },
  { first: 'Hedy', last: 'Lamarr', company: 'Skip Radio', city: 'Vienna' }
] as const;

type Person = (typeof PEOPLE)[number];

/** What fields of such names hold, by what their id or name contains; the first that fits. */
const BY_NAME: readonly (readonly [RegExp, (person: Person, nth: number) => string])[] = [
  [/first.?name|given|forename/, ({ first }) => first],
  [/last.?name|surname|family/, ({ last }) => last],
  [/company|account|organi[sz]ation|firm|employer/, ({ company }) => company],
  [/e-?mail/, ({ first, company }) => `${first}@${domainOf(company)}`.toLowerCase()],
  [/phone|mobile/, (_, nth) => `+1 555 010${nth + 1}`],
  [/time.?zone/, (_, nth) => ['Europe/London', 'America/New_York', 'Europe/Vienna'][nth] ?? 'UTC'],
  [/city|town/, ({ city }) => city],
  [/country/, (_, nth) => ['United Kingdom', 'United States', 'Austria'][nth] ?? ''],
  [/region|territory/, (_, nth) => ['north', 'east', 'south'][nth] ?? ''],
  [/title|position|job/, (_, nth) => ['Head of Operations', 'CTO', 'Owner'][nth] ?? ''],
  [/web|url|site/, ({ company }) => `https://${domainOf(company)}`],
  [/product|interest|plan/, (_, nth) => ['Season plan', 'Starter', 'Team'][nth] ?? ''],
  [/^name$|full.?name|contact/, ({ first, last }) => `${first} ${last}`]
];

const DATES = ['2026-03-02', '2026-06-15', '2026-09-30'];
const NUMBERS = [120, 12, 2500];

/** A few leads with something in every field, and one of whom hardly anything is known. */
export function inventLeads(fields: readonly LeadField[]): readonly Invented[] {
  const full = PEOPLE.map((person, nth): Invented => ({
    name: `${person.first} ${person.last}`,
    values: Object.fromEntries(fields.map((field) => [field.id, valueOf(field, person, nth)]))
  }));
  const known = fields.filter(({ required }) => required);
  return [
    ...full,
    {
      name: 'Somebody little is known of',
      values: Object.fromEntries(
        known.map((field) => [field.id, valueOf(field, PEOPLE[0], 0)] as const)
      )
    }
  ];
}

function valueOf({ id, name, type, choices }: LeadField, person: Person, nth: number): Scalar {
  switch (type) {
    case 'boolean':
      return nth % 2 === 0;
    case 'number':
      return NUMBERS[nth] ?? 1;
    case 'date':
      return DATES[nth] ?? '';
    case 'choice':
      return choices?.[nth % choices.length] ?? '';
    case 'text': {
      const words = `${id} ${name}`.toLowerCase();
      const found = BY_NAME.find(
        ([pattern]) => pattern.test(id.toLowerCase()) || pattern.test(words)
      );
      return found ? found[1](person, nth) : `${name || id} of ${person.first}`;
    }
  }
}

function domainOf(company: string): string {
  return `${company.replaceAll(/[^A-Za-z]/g, '').toLowerCase()}.example`;
}
