import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../../api/client';
import type { Organisation } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { showToast } from '../../../ui/feedback/toast';
import { DateField } from '../../../ui/form/DateField';
import { Form } from '../../../ui/form/Form';
import { Select } from '../../../ui/form/Select';
import { useForm } from '../../../ui/form/useForm';
import { Dialog } from '../../../ui/overlay/Dialog';
import { today } from '../days';
import { organisationsQuery, useBeginMembership } from './api';
import { organisationWords } from './words';

interface Props {
  enterprise: Organisation;
  onClose: () => void;
}

/** Takes an enterprise into an association. */
export function BeginMembership({ enterprise, onClose }: Props) {
  const t = useWords(organisationWords);
  const begin = useBeginMembership(enterprise.id);
  const [key] = useState(newKey);
  const { data } = useQuery(organisationsQuery({ kind: 'association' }));
  const associations = data?.items ?? [];
  const form = useForm({
    initial: { association: '', since: today() },
    check: ({ association, since }) => ({
      association: association ? undefined : t.lacksAssociation,
      since: since ? undefined : t.lacksSince,
    }),
    refusal: begin.error,
  });
  return (
    <Dialog title={t.beginTitle(enterprise.name)} onClose={onClose}>
      <Form
        form={form}
        submit={t.beginDo}
        isPending={begin.isPending}
        onSubmit={(values) =>
          begin.mutate(
            { ...values, key },
            {
              onSuccess: () => {
                showToast({ text: t.begun });
                onClose();
              },
            },
          )
        }
      >
        <Select
          label={t.association}
          {...form.field('association')}
          options={[
            { value: '', label: t.choose },
            ...associations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <DateField label={t.sinceLabel} {...form.field('since')} />
      </Form>
    </Dialog>
  );
}
