import type { SpecialityChangeInput, SpecialityFamily, SpecialityRelation } from '../../api/types';
import type { Suggestion } from '../../ui/form/ComboBox';

/** A family as it is written. Named as the server names what is wrong with it. */
export interface Draft {
  family: FamilyDraft;
  source: string;
}

export interface FamilyDraft {
  name: string;
  branch: SpecialityFamily['branch'];
  /** One a line. */
  titles: string;
  skills: { name: string }[];
  occupations: LeadDraft[];
}

export interface LeadDraft {
  key: string;
  occupation: Suggestion | null;
  relation: SpecialityRelation;
  /** Nothing: what the relation weighs. */
  weight: number | null;
}

let made = 0;

export function freshLead(): LeadDraft {
  made += 1;
  return { key: `lead-${made}`, occupation: null, relation: 'related', weight: null };
}

export function draftOf(family: SpecialityFamily | undefined): Draft {
  return {
    source: '',
    family: {
      name: family?.name ?? '',
      branch: family?.branch ?? 'any',
      titles: (family?.titles ?? []).join('\n'),
      skills: (family?.skills ?? []).map((name) => ({ name })),
      occupations: family
        ? family.occupations.map(({ code, name, relation, weight }) => ({
            ...freshLead(),
            occupation: { value: code, label: name },
            relation,
            weight,
          }))
        : [freshLead()],
    },
  };
}

export const titlesOf = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function inputOf(
  code: string | undefined,
  { family, source }: Draft,
): SpecialityChangeInput {
  return {
    code: code ?? null,
    kind: 'edit',
    source: source.trim(),
    family: {
      name: family.name.trim(),
      branch: family.branch,
      titles: titlesOf(family.titles),
      skills: family.skills.map(({ name }) => name.trim()).filter(Boolean),
      occupations: family.occupations.map(({ occupation, relation, weight }) => ({
        code: occupation?.value ?? '',
        relation,
        weight,
      })),
    },
  };
}
