import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client';
import { sessionQuery } from '../../../api/session';
import type { Organisation, OrganisationInput, Representation, Section } from '../../../api/types';
import type { Suggestion } from '../../../ui/form/ComboBox';
import { forgetPositions, organisationsQuery } from '../api';

export const representationsQuery = queryOptions({
  queryKey: ['own-representations'],
  // A station may have decided since it was last looked at.
  staleTime: 0,
  queryFn: ({ signal }) => ok(api.GET('/api/me/representations', { signal })),
});

/** The last request for each organisation that one does not represent yet. */
export function requestsOf(
  asked: readonly Representation[],
  own: readonly Pick<Organisation, 'id'>[],
) {
  const done = new Set<string | null | undefined>(own.map(({ id }) => id));
  const newest = [...asked].sort((a, b) => b.asked_at.localeCompare(a.asked_at));
  return newest.filter(({ organisation_id: id }) => !done.has(id) && done.add(id));
}

/** Industries by what people call them, each with its section; without a word, the sections. */
export async function suggestIndustries(
  q: string,
  signal: AbortSignal,
  inSection: (section: Section) => string,
): Promise<Suggestion[]> {
  const params = { query: { q } };
  const found = await ok(api.GET('/api/dictionaries/industries', { params, signal }));
  return found.map(({ code, name, words, section }) => {
    // The word that was typed tells why a name is offered that does not hold it; else where it lies does.
    const word = name.includes(q) ? undefined : words.find((one) => one.includes(q));
    const note = word ?? inSection(section);
    return { value: code, label: name, ...(note !== name && { note }) };
  });
}

interface Saving {
  input: OrganisationInput;
  known: Pick<Organisation, 'id' | 'version'> | undefined;
  key: string;
}

/** Registers an organisation, or changes one that is. */
export function useSaveOrganisation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, known, key }: Saving) => {
      if (!known) {
        const params = { header: { 'Idempotency-Key': key } };
        return ok(api.POST('/api/organisations', { params, body: input }));
      }
      const params = { path: { id: known.id }, header: { 'If-Match': `"${known.version}"` } };
      return ok(api.PUT('/api/organisations/{id}', { params, body: input }));
    },
    // Whom one speaks for may have changed, and which positions are public.
    onSuccess: async () => {
      await client.invalidateQueries(representationsQuery);
      await client.invalidateQueries(organisationsQuery);
      await client.invalidateQueries(sessionQuery);
      await forgetPositions(client);
    },
  });
}

export function useAskToRepresent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ credit_code, key }: { credit_code: string; key: string }) => {
      const params = { header: { 'Idempotency-Key': key } };
      return ok(api.POST('/api/representatives', { params, body: { credit_code } }));
    },
    onSuccess: () => client.invalidateQueries(representationsQuery),
  });
}
