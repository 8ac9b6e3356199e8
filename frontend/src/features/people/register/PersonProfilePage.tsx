import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../../../api/client';
import type { OwnProfile, PersonFile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { HOME_COUNTY } from '../../../lib/homeCounty';
import { useTitle } from '../../../lib/useTitle';
import { BackLink } from '../../../ui/BackLink';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { showToast } from '../../../ui/feedback/toast';
import { ChooseMany } from '../../../ui/form/Choices';
import { Form, FormPart } from '../../../ui/form/Form';
import { Repeater } from '../../../ui/form/Repeater';
import { Select } from '../../../ui/form/Select';
import { TextField } from '../../../ui/form/TextField';
import { type Faults, type FormState, useForm } from '../../../ui/form/useForm';
import { Page } from '../../../ui/Page';
import { applyDraft, type Draft, draftOf, isPay, licences, stretchLacks } from '../draft';
import { personQuery, useSaveProfileOf } from './api';
import { DivisionChoices } from './DivisionChoices';
import { profileWords } from './profile/words';
import { StretchFields } from './StretchFields';

/** What somebody can and wants, filled in by an officer while the person sits there. */
export function PersonProfilePage({ id }: { id: string }) {
  const t = useWords(profileWords);
  const { data, error, refetch } = useQuery(personQuery(id));
  // Who reads anew begins anew, with what stands on the server now.
  const [reads, setReads] = useState(0);
  useTitle(t.title);
  return (
    <Page
      title={t.title}
      lead={data && t.lead(data.data.person.name)}
      back={
        <BackLink to="/people/$id" params={{ id }}>
          {t.back}
        </BackLink>
      }
    >
      {error && !data && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton />}
      {data && (
        <Fields
          key={reads}
          file={data.data}
          etag={data.etag}
          onReload={async () => {
            await refetch();
            setReads(reads + 1);
          }}
        />
      )}
    </Page>
  );
}

interface Props {
  file: PersonFile;
  etag: string;
  onReload: () => void;
}

function Fields({ file, etag, onReload }: Props) {
  const t = useWords(profileWords);
  const navigate = useNavigate();
  const { person } = file;
  const save = useSaveProfileOf(person.id);
  const [start] = useState(() => ({ etag, own: { ...person, ...file.profile } as OwnProfile }));
  const form = useForm<Draft>({
    initial: draftOf(start.own),
    check: (draft) => faultsOf(draft, t),
    refusal: save.error,
  });
  const stretches = { form, wrong: (path: string) => form.inner(path).error };
  return (
    <Form
      form={form}
      submit={t.save}
      isPending={save.isPending}
      onReload={onReload}
      onSubmit={(draft) =>
        save.mutate(
          { etag: start.etag, profile: applyDraft(start.own, draft) },
          {
            onSuccess: () => {
              showToast({ text: t.saved });
              navigate({ to: '/people/$id', params: { id: person.id } });
            },
          },
        )
      }
    >
      <Wishes form={form} />
      <Abilities form={form} />
      {(person.kind === 'veteran' || form.values.service.length > 0) && (
        <Stretches kind="service" {...stretches} />
      )}
      <Stretches kind="experiences" {...stretches} />
    </Form>
  );
}

function faultsOf(draft: Draft, t: ReturnType<typeof useWords<typeof profileWords.zh>>): Faults {
  const faults: Faults = { payYuan: isPay(draft.payYuan) ? undefined : t.payWrong };
  for (const kind of ['service', 'experiences'] as const) {
    draft[kind].forEach((stretch, index) => {
      const lacks = stretchLacks(stretch);
      if (lacks) faults[`${kind}/${index}/${lacks}`] = t.lacks[lacks];
    });
  }
  return faults;
}

interface PartProps {
  form: FormState<Draft>;
}

function Wishes({ form }: PartProps) {
  const t = useWords(profileWords);
  const shared = useWords(sharedWords);
  return (
    <FormPart title={t.wishes}>
      <TextField label={t.titles} hint={t.listHint} isOptional {...form.field('titles')} />
      <DivisionChoices
        legend={t.places}
        first={{ value: HOME_COUNTY, label: shared.county }}
        {...form.list('places')}
      />
      <TextField
        label={t.pay}
        isOptional
        inputMode="numeric"
        unit={t.yuan}
        {...form.field('payYuan')}
      />
    </FormPart>
  );
}

function Abilities({ form }: PartProps) {
  const t = useWords(profileWords);
  const shared = useWords(sharedWords);
  const degrees = (Object.keys(shared.degree) as (keyof typeof shared.degree)[]).filter(
    (value) => value !== 'none',
  );
  return (
    <FormPart title={t.abilities}>
      <TextField label={t.skills} hint={t.listHint} isOptional {...form.field('skills')} />
      <TextField
        label={t.certificates}
        hint={t.listHint}
        isOptional
        {...form.field('certificates')}
      />
      <ChooseMany
        legend={t.licences}
        choices={[...new Set([...licences, ...form.values.licences])].map((value) => ({
          value,
          label: value,
        }))}
        {...form.list('licences')}
      />
      <Select
        label={t.degree}
        options={[
          { value: '', label: t.notSaid },
          ...degrees.map((value) => ({ value, label: shared.degree[value] })),
        ]}
        {...form.field('degree')}
      />
    </FormPart>
  );
}

interface StretchesProps extends PartProps {
  kind: 'service' | 'experiences';
  wrong: (path: string) => string | undefined;
}

function Stretches({ kind, form, wrong }: StretchesProps) {
  const t = useWords(profileWords);
  const words = t.stretches[kind];
  return (
    <FormPart title={words.title} lead={words.lead}>
      <Repeater
        items={form.values[kind]}
        keyOf={({ id }) => id}
        titleOf={(_, index) => words.one(index + 1)}
        add={words.add}
        max={20}
        fresh={() => ({
          id: newKey(),
          title: '',
          from: '',
          to: '',
          text: '',
          ...(kind === 'service' && { branch: 'army' as const }),
        })}
        onChange={(changed) => form.set({ [kind]: changed })}
      >
        {(stretch, index, change) => (
          <StretchFields
            path={`${kind}/${index}`}
            stretch={stretch}
            wrong={wrong}
            change={change}
          />
        )}
      </Repeater>
    </FormPart>
  );
}
