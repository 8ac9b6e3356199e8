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

export interface PositionSearch {
  q?: string | undefined;
  region?: string | undefined;
  pay_min?: number | undefined;
  degree?: (typeof degrees)[number] | undefined;
  shift?: (typeof shifts)[number] | undefined;
  sort?: (typeof sorts)[number] | undefined;
}

/** A search, and the place in its list where the page begins, as the server gave it. */
export type SearchPage = PositionSearch & { cursor?: string | undefined };

const QUERY_MAX = 100;

/** A division by its code: province, city, county, township or village. */
const DIVISION = /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/;

/**
 * Reads a search from the address. What says nothing (empty, default) is left out of it, and so is an
 * unknown value: an old link still finds something.
 */
export function readSearch(input: Record<string, unknown>): SearchPage {
  const text = (name: string) => (input[name] == null ? '' : String(input[name]).trim());
  const oneOf = <T extends string>(known: readonly T[], name: string) =>
    known.find((value) => value === text(name));
  const q = text('q');
  const sort = oneOf(sorts, 'sort');
  const read: SearchPage = {
    q: q.length <= QUERY_MAX ? q : undefined,
    region: DIVISION.test(text('region')) ? text('region') : undefined,
    pay_min: /^\d{1,9}$/.test(text('pay_min')) ? Number(text('pay_min')) : undefined,
    degree: oneOf(degrees, 'degree'),
    shift: oneOf(shifts, 'shift'),
    sort: sort === 'relevance' ? undefined : sort,
    cursor: text('cursor').length <= QUERY_MAX ? text('cursor') : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value));
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

/** Leaves some conditions out. */
export function relaxed(search: PositionSearch, fields: readonly string[]): PositionSearch {
  return Object.fromEntries(Object.entries(search).filter(([key]) => !fields.includes(key)));
}
