import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client';
import { sessionQuery } from '../../../api/session';
import type { Organisation, OrganisationInput } from '../../../api/types';
import { forgetPositions, organisationsQuery } from '../api';

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
      await client.invalidateQueries(organisationsQuery);
      await client.invalidateQueries(sessionQuery);
      await forgetPositions(client);
    },
  });
}

export function useAskToRepresent() {
  return useMutation({
    mutationFn: ({ credit_code, key }: { credit_code: string; key: string }) => {
      const params = { header: { 'Idempotency-Key': key } };
      return ok(api.POST('/api/representatives', { params, body: { credit_code } }));
    },
  });
}
