import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey } from '../../api/client';
import type { Organisation, OrganisationInput } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { ApiError } from '../../lib/ApiError';
import { Banner } from '../../ui/feedback/Banner';
import { showToast } from '../../ui/feedback/toast';
import { ChooseOne } from '../../ui/form/Choices';
import { ComboBox, type Suggestion } from '../../ui/form/ComboBox';
import { Form } from '../../ui/form/Form';
import type { FieldWords } from '../../ui/form/merge/MergeDialog';
import { SuggestField } from '../../ui/form/SuggestField';
import { TextArea } from '../../ui/form/TextArea';
import { TextField } from '../../ui/form/TextField';
import { useForm } from '../../ui/form/useForm';
import { organisationsQuery } from './api';
import { CreditCodeField } from './CreditCodeField';
import { suggestIndustries, useSaveOrganisation } from './verify/api';
import { plainCode } from './verify/creditCode';
import { verifyWords } from './verify/words';
import { suggestDivisions } from './writing/api';

interface Values {
  kind: Organisation['kind'];
  name: string;
  credit_code: string;
  no_credit_code_reason: string;
  division: Suggestion | null;
  address: string;
  industry: string;
  description: string;
}

interface Props {
  /** Nothing for one that is being registered. */
  organisation: Organisation | undefined;
  onDone: () => void;
}

export function OrganisationForm({ organisation, onDone }: Props) {
  const t = useWords(verifyWords);
  const [key] = useState(newKey);
  const save = useSaveOrganisation();
  // What was read when the form was opened; a list that is read anew behind it changes nothing here.
  const known = useRef(organisation);
  const client = useQueryClient();
  const fields = useFields();
  const form = useForm<Values>({
    initial: useState(() => valuesOf(organisation))[0],
    check: ({ name, credit_code, no_credit_code_reason, division }) => ({
      name: name.trim().length < 2 ? t.lacks.name : undefined,
      credit_code: credit_code.trim() || no_credit_code_reason.trim() ? undefined : t.lacks.code,
      division: division ? undefined : t.lacks.division,
    }),
    refusal: save.error,
  });
  const input = inputOf(form.values);
  const isAgain = organisation?.verification === 'verified' && hasNewIdentity(organisation, input);

  async function read() {
    const { items } = await client.fetchQuery({ ...organisationsQuery, staleTime: 0 });
    const fresh = items.find(({ id }) => id === organisation?.id);
    if (!fresh) throw new ApiError(404, { code: 'not_found' });
    const accept = () => {
      known.current = fresh;
    };
    return { values: valuesOf(fresh), accept };
  }

  function send(values: Values) {
    const done = () => {
      showToast({ text: organisation ? t.saved : t.registered(values.name.trim()) });
      onDone();
    };
    save.mutate({ input: inputOf(values), known: known.current, key }, { onSuccess: done });
  }

  return (
    <Form
      form={form}
      submit={organisation ? t.save : t.send}
      isPending={save.isPending}
      onSubmit={send}
      meanwhile={{ read, fields }}
    >
      {!organisation && (
        <ChooseOne
          legend={t.kind}
          value={form.values.kind}
          choices={[
            { value: 'enterprise', label: t.kinds.enterprise },
            { value: 'association', label: t.kinds.association },
          ]}
          onChange={(kind) => form.set({ kind })}
        />
      )}
      <TextField label={t.name} hint={t.nameHint} {...form.field('name')} />
      <CreditCodeField {...form.field('credit_code')} />
      {form.values.credit_code.trim() === '' && (
        <TextField label={t.noCode} hint={t.noCodeHint} {...form.field('no_credit_code_reason')} />
      )}
      <ComboBox
        label={t.division}
        hint={t.divisionHint}
        suggest={suggestDivisions}
        {...form.field('division')}
      />
      <TextField label={t.address} isOptional {...form.field('address')} />
      <SuggestField
        label={t.industry}
        hint={t.industryHint}
        isOptional
        maxLength={60}
        suggest={(text, signal) => suggestIndustries(text, signal, t.section)}
        {...form.field('industry')}
      />
      <TextArea
        label={t.description}
        hint={t.descriptionHint}
        isOptional
        maxLength={2000}
        {...form.field('description')}
      />
      {isAgain && (
        <Banner tone="warn" title={t.again} isNews>
          {t.againWhy}
        </Banner>
      )}
    </Form>
  );
}

function useFields(): FieldWords<Values> {
  const t = useWords(verifyWords);
  const say = (text: string) => text;
  return {
    kind: { label: t.kind, say: (kind) => t.kinds[kind] },
    name: { label: t.name, say },
    credit_code: { label: t.code, say },
    no_credit_code_reason: { label: t.noCode, say },
    division: { label: t.division, say: (place) => place?.label ?? '' },
    address: { label: t.address, say },
    industry: { label: t.industry, say },
    description: { label: t.description, say },
  };
}

function valuesOf(one: Organisation | undefined): Values {
  return {
    kind: one?.kind ?? 'enterprise',
    name: one?.name ?? '',
    credit_code: one?.credit_code ?? '',
    no_credit_code_reason: one?.no_credit_code_reason ?? '',
    division: one ? { value: one.division.code, label: one.division.name } : null,
    address: one?.address ?? '',
    industry: one?.industry ?? '',
    description: one?.description ?? '',
  };
}

function inputOf(values: Values): OrganisationInput {
  const code = plainCode(values.credit_code) || null;
  return {
    kind: values.kind,
    name: values.name.trim(),
    credit_code: code,
    no_credit_code_reason: code ? null : values.no_credit_code_reason.trim() || null,
    division: values.division?.value ?? '',
    address: values.address.trim() || null,
    industry: values.industry.trim() || null,
    description: values.description.trim(),
  };
}

/** What the station looked at, and has to look at again once it is another. */
function hasNewIdentity(known: Organisation, input: OrganisationInput): boolean {
  return (
    known.name !== input.name ||
    (known.credit_code ?? null) !== input.credit_code ||
    known.division.code !== input.division
  );
}
