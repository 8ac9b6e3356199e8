import { useState } from 'react';
import { suggestSkills, usePermit } from '../../../api/skills';
import { useWords } from '../../../i18n/locale';
import { ChooseMany } from '../../../ui/form/Choices';
import { DateField } from '../../../ui/form/DateField';
import { dayOf } from '../../../ui/form/day';
import { FieldRow } from '../../../ui/form/Form';
import { PermitNote } from '../../../ui/form/permit/PermitNote';
import { SuggestField } from '../../../ui/form/SuggestField';
import { type FormState, fieldId } from '../../../ui/form/useForm';
import { licences } from '../draft';
import { peopleWords } from '../words';
import { PartForm } from './PartForm';
import type { Answers, Paper } from './parts';
import { LICENCE } from './places';
import type { Opened } from './useElsewhere';
import { ownWords } from './words';

interface Props extends Opened {
  entry: string;
  /** The name of a new one that a question was about. */
  about: string | undefined;
  onReload: () => void;
}

/** One certificate with its dates, or all driving licences, on a page of its own. */
export function CertificateForm({ entry, about, ...opened }: Props) {
  const isLicence = entry === LICENCE;
  const [{ initial, index }] = useState(() => open(opened.start.answers, entry, about));
  const faults = useFaults(index);
  return (
    <PartForm
      {...opened}
      part="certificates"
      entry={{ key: isLicence ? entry : String(index), isNew: entry === 'new' }}
      initial={initial}
      {...(!isLicence && { check: faults })}
    >
      {(form) => (isLicence ? <Licences form={form} /> : <Certificate form={form} index={index} />)}
    </PartForm>
  );
}

function Certificate({ form, index }: { form: FormState<Answers>; index: number }) {
  const t = useWords(ownWords);
  const { certificates } = form.values;
  const paper = certificates[index];
  const permit = usePermit(paper?.name ?? '', paper?.kind);
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
      <SuggestField
        label={t.certificate}
        hint={t.certificateHint}
        maxLength={60}
        suggest={(text, signal) => suggestSkills(text, [paper.kind], signal)}
        {...field('name')}
      />
      <PermitNote permit={permit} />
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
