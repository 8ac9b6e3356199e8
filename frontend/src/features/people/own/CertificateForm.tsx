import { useState } from 'react';
import { useWords } from '../../../i18n/locale';
import { ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { showToast } from '../../../ui/feedback/toast';
import { ChooseMany } from '../../../ui/form/Choices';
import { DateField } from '../../../ui/form/DateField';
import { dayOf } from '../../../ui/form/day';
import { FieldRow, Form } from '../../../ui/form/Form';
import { TextField } from '../../../ui/form/TextField';
import { type FormState, fieldId, useForm } from '../../../ui/form/useForm';
import { useSaveProfile } from '../api';
import { licences } from '../draft';
import { peopleWords } from '../words';
import { type Answers, applyAnswers, type Paper } from './parts';
import { LICENCE } from './places';
import { useRefusalAtField } from './refusal';
import { useAskedField } from './useAskedField';
import { type Opened, useElsewhere, useGoTo } from './useElsewhere';
import { ownWords } from './words';

interface Props extends Opened {
  entry: string;
  /** The name of a new one that a question was about. */
  about: string | undefined;
  onReload: () => void;
}

/** One certificate with its dates, or all driving licences, on a page of its own, saved by itself. */
export function CertificateForm({ entry, about, start, onReload, onElsewhere }: Props) {
  const t = useWords(ownWords);
  const save = useSaveProfile();
  const goTo = useGoTo();
  const isLicence = entry === LICENCE;
  const [{ initial, index }] = useState(() => open(start.answers, entry, about));
  const refusal = save.error ?? start.refusal;
  const faults = useFaults(index);
  const form = useForm<Answers>({
    initial,
    check: isLicence ? () => ({}) : faults,
    refusal: useRefusalAtField(refusal),
  });
  const elsewhere = useElsewhere(form, {
    part: 'certificates',
    entry: isLicence ? entry : String(index),
    start,
    refusal,
    onElsewhere,
  });
  useAskedField();
  return (
    <Card>
      <Form
        form={{ ...form, wrong: elsewhere.wrong }}
        submit={t.save}
        isPending={save.isPending}
        onReload={onReload}
        onFollow={elsewhere.follow}
        beside={
          <ButtonLink to="/me/profile" search={{ part: 'certificates' }} variant="quiet">
            {entry === 'new' ? t.addNone : t.leaveAsIs}
          </ButtonLink>
        }
        onSubmit={(answers) =>
          save.mutate(
            { profile: applyAnswers(start.own, answers), etag: start.etag },
            {
              onSuccess: () => {
                showToast({ text: t.saved });
                goTo('certificates');
              },
            },
          )
        }
      >
        {isLicence ? <Licences form={form} /> : <Certificate form={form} index={index} />}
      </Form>
    </Card>
  );
}

function Certificate({ form, index }: { form: FormState<Answers>; index: number }) {
  const t = useWords(ownWords);
  const { certificates } = form.values;
  const paper = certificates[index];
  if (!paper) return null;
  const field = (name: 'name' | 'issued_on' | 'expires_on') => ({
    id: fieldId(`certificates/${index}/${name}`),
    value: paper[name],
    onChange: (value: string) =>
      form.set({
        certificates: certificates.map((one, at) =>
          at === index ? { ...one, [name]: value } : one,
        ),
      }),
    error: form.inner(`certificates/${index}/${name}`).error,
  });
  return (
    <>
      <TextField label={t.certificate} hint={t.certificateHint} maxLength={60} {...field('name')} />
      <FieldRow>
        <DateField label={t.issuedOn} isOptional keepsTyped {...field('issued_on')} />
        <DateField
          label={t.expiresOn}
          hint={t.expiresHint}
          isOptional
          keepsTyped
          {...field('expires_on')}
        />
      </FieldRow>
    </>
  );
}

/** All classes stand on one paper. */
function Licences({ form }: { form: FormState<Answers> }) {
  const people = useWords(peopleWords);
  const { certificates } = form.values;
  const isLicence = ({ kind }: Paper) => kind === 'driving_licence';
  const held = certificates.filter(isLicence);
  const names = held.map(({ name }) => name);
  return (
    <ChooseMany
      legend={people.licences}
      choices={[...new Set([...licences, ...names])].map((value) => ({ value, label: value }))}
      values={names}
      onChange={(chosen) =>
        form.set({
          certificates: [
            ...certificates.filter((one) => !isLicence(one) || chosen.includes(one.name)),
            ...chosen
              .filter((name) => !names.includes(name))
              .map((name) => fresh('driving_licence', name)),
          ],
        })
      }
    />
  );
}

function useFaults(index: number) {
  const t = useWords(ownWords);
  return ({ certificates }: Answers) => {
    const paper = certificates[index];
    if (!paper) return {};
    const dayFault = (day: string) => (day.trim() && !dayOf(day) ? t.dayWrong : undefined);
    return {
      [`certificates/${index}/name`]: paper.name.trim() ? undefined : t.certificateLacks,
      [`certificates/${index}/issued_on`]: dayFault(paper.issued_on),
      [`certificates/${index}/expires_on`]: dayFault(paper.expires_on),
    };
  };
}

/** One that somebody else took out in the meantime begins anew. */
function open(answers: Answers, entry: string, about: string | undefined) {
  const at = Number(entry);
  if (entry === LICENCE || answers.certificates[at]) return { initial: answers, index: at };
  const certificates = [...answers.certificates, fresh('certificate', about ?? '')];
  return { initial: { ...answers, certificates }, index: certificates.length - 1 };
}

function fresh(kind: Paper['kind'], name: string): Paper {
  return { kind, name, issued_on: '', expires_on: '' };
}
