import * as v from 'valibot';

export const degrees = [
  'primary',
  'junior_middle',
  'senior_middle',
  'junior_college',
  'bachelor',
  'master',
  'doctor',
] as const;
export const shifts = ['day', 'night', 'rotating', 'flexible'] as const;
export const sorts = ['relevance', 'newest', 'pay'] as const;
/** Lower edges of pay in fen a month; the same as the server's facet. */
export const payEdges = [300_000, 500_000, 800_000, 1_200_000] as const;

const text = v.optional(v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''));
const division = v.pipe(v.string(), v.regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/));
const fen = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))]),
  v.integer(),
  v.minValue(1),
);

/** An unknown value in the address is left out silently: an old link still finds something. */
function lenient<T extends v.GenericSchema>(schema: T) {
  return v.fallback(v.optional(schema), undefined);
}

const schema = v.object({
  q: text,
  region: lenient(division),
  pay_min: lenient(fen),
  degree: lenient(v.picklist(degrees)),
  shift: lenient(v.picklist(shifts)),
  sort: lenient(v.picklist(sorts)),
});

export type PositionSearch = v.InferOutput<typeof schema>;

/** Reads a search from the address. What says nothing (empty, default) is left out of it. */
export function readSearch(input: Record<string, unknown>): PositionSearch {
  const read = v.parse(schema, input);
  if (read.sort === 'relevance') read.sort = undefined;
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** How many filters narrow the search, besides the words. */
export function filterCount(search: PositionSearch): number {
  const { region, pay_min, degree, shift } = search;
  return [region, pay_min, degree, shift].filter((value) => value !== undefined).length;
}

/** The condition of this search that the server names, if it is one of those on the page. */
export function conditionOf(search: PositionSearch, field: string) {
  return Object.hasOwn(search, field) ? (field as keyof PositionSearch) : undefined;
}

/** Leaves one condition out. */
export function relaxed(search: PositionSearch, field: string): PositionSearch {
  return Object.fromEntries(Object.entries(search).filter(([key]) => key !== field));
}
