// Skills, certificates, languages and driving classes of the dictionary. Not in `dictionaries`, which
// comes with the first load of pages that ask for none of them.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSettled } from '../lib/useSettled';
import { api, ok } from './client';
import type { KnownSkill, Permit, Requirement } from './types';

type Kind = Requirement['kind'];

/** Long enough that a word is finished before the server is asked about it. */
const PAUSE_MS = 600;

/** As many as the server takes. */
const OCCUPATIONS_MAX = 10;

/** Occupations whose skills come first, and how it is said of one that it serves them. */
export interface Serving {
  /** Codes; of more than the server takes, the first. */
  occupations: readonly string[];
  note: (occupation: string) => string;
}

/**
 * Names of these kinds that fit, for a field that suggests. What serves the occupations comes first, and is
 * all that is offered while nothing was typed.
 */
export async function suggestSkills(
  q: string,
  kinds: readonly Kind[],
  signal: AbortSignal,
  serving?: Serving,
) {
  const occupations = (serving?.occupations ?? []).slice(0, OCCUPATIONS_MAX).join(',');
  if (q === '' && occupations === '') return [];
  const found = await Promise.all(kinds.map((kind) => skillsLike(q, kind, signal, occupations)));
  const serves = (skill: KnownSkill) =>
    skill.serves ? { note: serving?.note(skill.serves.name) ?? '' } : {};
  return found.flat().map((skill) => ({
    value: skill.name,
    label: skill.name,
    ...serves(skill),
    // The synonym that was typed tells more than why the name stands where it stands.
    ...(q !== '' && noteOf(skill, q)),
  }));
}

/** What the paper of just this name permits, where the dictionary knows that. */
export function usePermit(name: string, kind: Kind | undefined): Permit | undefined {
  const text = plain(name);
  const settled = useSettled(text, PAUSE_MS);
  const isPaper = kind === 'certificate' || kind === 'driving_licence';
  const { data } = useQuery({
    ...knownSkillQuery(settled, kind ?? 'certificate'),
    enabled: isPaper && settled !== '',
  });
  // While another name is being typed, the last one's permit would be said of it.
  return (isPaper && settled === text && data?.permit) || undefined;
}

/** The entry that lists just this name or synonym, or nothing. */
const knownSkillQuery = (name: string, kind: Kind) =>
  queryOptions({
    queryKey: ['skill', kind, name],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const found = await skillsLike(name, kind, signal);
      return found.find((skill) => formsOf(skill).some((form) => plain(form) === name)) ?? null;
    },
  });

function skillsLike(
  q: string,
  kind: Kind,
  signal: AbortSignal,
  occupations = '',
): Promise<KnownSkill[]> {
  const query = { q, kind, ...(occupations && { occupations }) };
  return ok(api.GET('/api/dictionaries/skills', { params: { query }, signal }));
}

/** Where the name does not show why it was found, the synonym that does. */
function noteOf(skill: KnownSkill, q: string) {
  const note = formsOf(skill).find((form) => plain(form).includes(plain(q)));
  return note && note !== skill.name ? { note } : {};
}

const formsOf = ({ name, synonyms }: KnownSkill) => [name, ...synonyms];

/** Without what a keyboard for Chinese writes otherwise: wide brackets and letters, capitals. */
const plain = (text: string) => text.trim().normalize('NFKC').toLowerCase();
