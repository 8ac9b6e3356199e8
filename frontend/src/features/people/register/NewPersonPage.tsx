import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { newKey } from '../../../api/client';
import type { PersonKind, Purpose } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { BackLink } from '../../../ui/BackLink';
import { showToast } from '../../../ui/feedback/toast';
import { CheckGroup } from '../../../ui/form/CheckGroup';
import { ChooseOne } from '../../../ui/form/Choices';
import { Form, FormPart } from '../../../ui/form/Form';
import { useForm } from '../../../ui/form/useForm';
import { Page } from '../../../ui/Page';
import { filesWithNumber, useEnterPerson, withoutPrefix } from './api';
import { type IdentityDraft, IdentityFields, identityFaults, identityOf } from './IdentityFields';
import { FilesWithNumber } from './SameNumber';
import { registerWords } from './words';

interface Draft extends IdentityDraft {
  kind: PersonKind;
  consents: Purpose[];
}

/** Somebody who came to the station: who they are, and what they signed. */
export function NewPersonPage() {
  const t = useWords(registerWords);
  const navigate = useNavigate();
  const enter = useEnterPerson();
  const [key] = useState(newKey);
  const refusal = useMemo(() => withoutPrefix(enter.error, '/person/identity'), [enter.error]);
  const form = useForm<Draft>({
    initial: {
      kind: 'veteran',
      name: '',
      id_number: '',
      mobile: '',
      division: null,
      consents: [],
    },
    check: (draft) => identityFaults(draft, t),
    refusal,
  });
  const taken = filesWithNumber(enter.error);
  const kinds = Object.keys(t.kind) as PersonKind[];
  const purposes = Object.keys(t.purpose) as Purpose[];
  useTitle(t.newTitle);

  function submit(draft: Draft) {
    const { kind, consents } = draft;
    const input = { kind, person: { identity: identityOf(draft), consents } };
    enter.mutate(
      { input, key },
      {
        onSuccess: ({ id, name }) => {
          showToast({ text: t.entered(name) });
          navigate({ to: '/people/$id', params: { id } });
        },
      },
    );
  }

  return (
    <Page title={t.newTitle} lead={t.newLead} back={<BackLink to="/people">{t.toPeople}</BackLink>}>
      {taken && <FilesWithNumber ids={taken} />}
      <Form
        form={form}
        submit={t.enter}
        refusedTitle={t.notEntered}
        isPending={enter.isPending}
        onSubmit={submit}
      >
        <FormPart title={t.identity}>
          <ChooseOne
            legend={t.kindLabel}
            value={form.values.kind}
            choices={kinds.map((value) => ({ value, label: t.kind[value] }))}
            onChange={(kind) => form.set({ kind })}
          />
          <IdentityFields form={form} />
        </FormPart>
        <FormPart title={t.consents} lead={t.newConsents}>
          <CheckGroup
            label={t.signed}
            isOptional
            {...form.list('consents')}
            options={purposes.map((value) => ({
              value,
              label: t.purpose[value].title,
              hint: t.purpose[value].what,
            }))}
          />
        </FormPart>
      </Form>
    </Page>
  );
}
