import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { CheckAnswers } from '../../../ui/form/CheckAnswers';
import { TextField } from '../../../ui/form/TextField';
import type { FormState } from '../../../ui/form/useForm';
import { ConsentChecks } from '../Consents';
import { HomeField, placeName } from '../HomeField';
import { peopleWords } from '../words';
import type { FirstAnswers, Question } from './answers';
import { firstWords } from './words';

interface Props {
  form: FormState<FirstAnswers>;
}

/** What one question asks for. */
export function Content({ question, form }: Props & { question: Question }) {
  const t = useWords(peopleWords);
  switch (question) {
    case 'who':
      return (
        <>
          <TextField
            label={t.identity.name}
            autoComplete="name"
            maxLength={40}
            {...form.field('name')}
          />
          <TextField
            label={t.identity.id_number}
            hint={t.idNumberHint}
            isOptional
            autoComplete="off"
            maxLength={24}
            {...form.field('id_number')}
          />
        </>
      );
    case 'phone':
      return (
        <TextField
          label={t.identity.mobile}
          hint={t.mobileHint}
          isOptional
          autoComplete="tel"
          inputMode="tel"
          maxLength={20}
          {...form.field('mobile')}
        />
      );
    case 'home':
      return <HomeField {...form.field('division')} />;
    case 'agree':
      return (
        <ConsentChecks
          given={form.values.consents}
          onChange={(purpose, isGiven) => {
            const others = form.values.consents.filter((one) => one !== purpose);
            form.set({ consents: isGiven ? [...others, purpose] : others });
          }}
        />
      );
    case 'check':
      return <Check form={form} />;
  }
}

function Check({ form }: Props) {
  const t = useWords(peopleWords);
  const first = useWords(firstWords);
  const { list } = useFormat();
  const { name, id_number, mobile, division, consents } = form.values;
  const townships: Record<string, string> = t.townships;
  const row = (question: string, answer: string | undefined, at: Question) => ({
    question,
    answer,
    change: (words: React.ReactNode) => (
      <Link to="/me/profile" hash={at}>
        {words}
      </Link>
    ),
  });
  const agreed = consents.map((purpose) => t.consent[purpose].title);
  return (
    <CheckAnswers
      answers={[
        row(t.identity.name, name.trim(), 'who'),
        row(t.identity.id_number, id_number.trim(), 'who'),
        row(t.identity.mobile, mobile.trim(), 'phone'),
        row(t.identity.division, townships[division] ?? placeName(division), 'home'),
        row(t.consents, list(agreed) || first.noConsent, 'agree'),
      ]}
    />
  );
}
