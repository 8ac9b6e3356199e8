import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../../api/client';
import type { SpecialityRecord } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { BackLink } from '../../ui/BackLink';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { showToast } from '../../ui/feedback/toast';
import { Form } from '../../ui/form/Form';
import { type FormState, useForm } from '../../ui/form/useForm';
import { WidePage } from '../../ui/WidePage';
import { familyQuery, usePropose } from './api';
import { type Draft, draftOf, inputOf, titlesOf } from './draft';
import { FamilyFields } from './FamilyFields';
import styles from './specialities.module.css';
import { specialityWords } from './words';

/** Writes a family: a new one, or another version of one that is there. */
export function EditPage({ code }: { code: string | undefined }) {
  const t = useWords(specialityWords);
  const { data, error, refetch } = useQuery({
    ...familyQuery(code ?? ''),
    enabled: code !== undefined,
  });
  const title = useEditTitle(code, data);
  useTitle(title);
  return (
    <WidePage
      title={title}
      lead={t.formLead}
      back={<BackLink to="/specialities">{data?.in_force?.name ?? t.title}</BackLink>}
    >
      {code && error && <ErrorNote error={error} onRetry={refetch} />}
      {code && !data && !error && <Skeleton />}
      {(!code || data) && <Write code={code} record={data} />}
    </WidePage>
  );
}

function useEditTitle(code: string | undefined, record: SpecialityRecord | undefined) {
  const t = useWords(specialityWords);
  if (!code) return t.newTitle;
  const name = record?.in_force?.name ?? record?.changes[0]?.family.name ?? t.name;
  return record && !record.in_force ? t.restoreTitle(name) : t.editTitle(name);
}

interface WriteProps {
  code: string | undefined;
  record: SpecialityRecord | undefined;
}

function Write({ code, record }: WriteProps) {
  const t = useWords(specialityWords);
  const navigate = useNavigate();
  const propose = usePropose();
  const [key, setKey] = useState(newKey);
  const check = useCheck();
  const form = useForm<Draft>({
    initial: draftOf(record?.in_force ?? record?.changes[0]?.family),
    check,
    refusal: propose.error,
  });
  return (
    <div className={styles.form}>
      <Form
        form={aimed(form)}
        submit={t.propose}
        isPending={propose.isPending}
        onSubmit={(draft) =>
          propose.mutate(
            { key, input: inputOf(code, draft) },
            {
              onSuccess: (change) => {
                showToast({ text: t.proposed });
                navigate({ to: '/specialities', search: { sel: change.code } });
              },
              // What is sent next is another content, and needs a key of its own.
              onError: () => setKey(newKey()),
            },
          )
        }
      >
        <FamilyFields form={form} />
      </Form>
    </div>
  );
}

function useCheck() {
  const t = useWords(specialityWords);
  return ({ family, source }: Draft) => ({
    'family/name': family.name.trim() ? undefined : t.lacks.name,
    'family/titles': titlesOf(family.titles).length > 0 ? undefined : t.lacks.titles,
    ...Object.fromEntries(
      family.occupations.map(({ occupation }, index) => [
        `family/occupations/${index}/code`,
        occupation ? undefined : t.lacks.occupation,
      ]),
    ),
    source: source.trim().length > 3 ? undefined : t.lacks.source,
  });
}

/** All titles stand in one field: what is wrong with one leads there. */
function aimed(form: FormState<Draft>): FormState<Draft> {
  const aim = (field: string) => field.replace(/^(field-family-titles)-\d+$/, '$1');
  return { ...form, wrong: form.wrong.map((one) => ({ ...one, field: aim(one.field) })) };
}
