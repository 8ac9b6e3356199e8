import type { SpecialityFamily, SpecialityLead } from '../../api/types';

/** What a change makes of a family. */
export interface Difference {
  /** The name before, where it is another now. */
  name: string | undefined;
  branch: SpecialityFamily['branch'] | undefined;
  titles: Parts<string>;
  skills: Parts<string>;
  occupations: Parts<SpecialityLead>;
  /** Occupations that stay with another relation or weight: as it was, as it will be. */
  moved: readonly (readonly [SpecialityLead, SpecialityLead])[];
}

interface Parts<T> {
  added: readonly T[];
  removed: readonly T[];
}

/** Compares what is proposed with what holds now; against nothing, all of it is new. */
export function difference(
  now: SpecialityFamily | null | undefined,
  then: SpecialityFamily,
): Difference {
  const before = now?.occupations ?? [];
  const isOther = ([a, b]: readonly [SpecialityLead, SpecialityLead]) =>
    a.relation !== b.relation || a.weight !== b.weight;
  const kept = then.occupations.flatMap((lead) => {
    const old = before.find(({ code }) => code === lead.code);
    return old ? [[old, lead] as const] : [];
  });
  return {
    name: now && now.name !== then.name ? now.name : undefined,
    branch: now && now.branch !== then.branch ? now.branch : undefined,
    titles: parts(now?.titles ?? [], then.titles, (title) => title),
    skills: parts(now?.skills ?? [], then.skills, (skill) => skill),
    occupations: parts(before, then.occupations, ({ code }) => code),
    moved: kept.filter(isOther),
  };
}

function parts<T>(now: readonly T[], then: readonly T[], keyOf: (one: T) => string): Parts<T> {
  const without = (all: readonly T[], others: readonly T[]) =>
    all.filter((one) => others.every((other) => keyOf(other) !== keyOf(one)));
  return { added: without(then, now), removed: without(now, then) };
}
