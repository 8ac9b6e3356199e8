import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../../api/client';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { sharedWords } from '../../i18n/words';
import { ApiError } from '../../lib/ApiError';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNote, useFieldSentences, useSentence } from '../../ui/feedback/ErrorNote';
import { Check } from '../../ui/form/Check';
import { ChooseOne } from '../../ui/form/Choices';
import { ErrorSummary } from '../../ui/form/ErrorSummary';
import { TextField } from '../../ui/form/TextField';
import { Page } from '../../ui/Page';
import { isEmail, type NewAccount, signUp, useSignIn } from './api';
import styles from './SignInPage.module.css';
import { accessWords } from './words';

type Field = keyof NewAccount;
type Wrong = Partial<Record<Field, string>>;
interface Draft extends Omit<NewAccount, 'seeker'> {
  seeker: NewAccount['seeker'] | '';
}

interface Props {
  /** With what was typed, so that the first profile need not ask for it again. */
  onSignedUp: (
    typed: { name: string; mobile: string },
    seeker: NewAccount['seeker'],
    hasCode: boolean,
  ) => void;
}

export function SignUpPage({ onSignedUp }: Props) {
  const t = useWords(accessWords);
  const start = useSignIn();
  const refused = useRefused(start.error);
  const [key] = useState(newKey);
  const [missing, setMissing] = useState<Wrong>({});
  const [draft, setDraft] = useState<Draft>({ name: '', contact: '', password: '', seeker: '' });
  const [hasCode, setHasCode] = useState(false);
  const wrong = { ...refused, ...missing };
  const labels: Record<Field, string> = {
    name: t.name,
    contact: t.contact,
    password: t.newPassword,
    seeker: t.who,
  };
  const summary = (Object.keys(labels) as Field[]).flatMap((field) => {
    const sentence = wrong[field];
    return sentence === undefined ? [] : [{ field, label: labels[field], sentence }];
  });
  useTitle(t.signUp);

  function submit() {
    const asked = (Object.keys(labels) as Field[]).filter((field) => draft[field].trim() === '');
    setMissing(Object.fromEntries(asked.map((field) => [field, t.wrong[field]])));
    start.reset();
    const { name, contact, password, seeker } = draft;
    if (asked.length > 0 || seeker === '') return;
    const account = { name: name.trim(), contact: contact.trim(), password, seeker };
    const mobile = isEmail(contact) ? '' : account.contact;
    start.mutate(() => signUp(account, key), {
      onSuccess: () => onSignedUp({ name: account.name, mobile }, seeker, hasCode),
    });
  }

  return (
    <Page title={t.signUp} lead={t.signUpLead}>
      {start.error && summary.length === 0 && (
        <ErrorNote title={t.signUpFailed} error={start.error} />
      )}
      <ErrorSummary errors={summary} />
      <Card>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Fields draft={draft} wrong={wrong} onChange={setDraft} />
          {draft.seeker !== 'employer' && (
            <Check label={t.hasCode} hint={t.hasCodeHint} checked={hasCode} onChange={setHasCode} />
          )}
          <Button type="submit" isPending={start.isPending}>
            {t.signUpSubmit}
          </Button>
        </form>
        <p className={styles.help}>
          {t.hasAccount}{' '}
          <Link to="/sign-in" className={styles.other}>
            {t.toSignIn}
          </Link>
        </p>
      </Card>
    </Page>
  );
}

interface FieldsProps {
  draft: Draft;
  wrong: Wrong;
  onChange: (draft: Draft) => void;
}

function Fields({ draft, wrong, onChange }: FieldsProps) {
  const t = useWords(accessWords);
  const shared = useWords(sharedWords);
  const [shown, setShown] = useState(false);
  const label = {
    veteran: shared.role.veteran,
    spouse: shared.role.spouse,
    employer: shared.role.employer_representative,
  };
  const seekers = ['veteran', 'spouse', 'employer'] as const;
  return (
    <>
      <ChooseOne<Draft['seeker']>
        id="seeker"
        legend={t.who}
        value={draft.seeker}
        choices={seekers.map((value) => ({ value, label: label[value] }))}
        onChange={(seeker) => onChange({ ...draft, seeker })}
        error={wrong.seeker}
      />
      <TextField
        id="name"
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        autoComplete="name"
        maxLength={40}
        error={wrong.name}
      />
      <TextField
        id="contact"
        name="contact"
        label={t.contact}
        hint={t.contactHint}
        value={draft.contact}
        onChange={(contact) => onChange({ ...draft, contact })}
        autoComplete="username"
        error={wrong.contact}
      />
      <TextField
        id="password"
        name="password"
        type={shown ? 'text' : 'password'}
        label={t.newPassword}
        hint={t.newPasswordHint}
        value={draft.password}
        onChange={(password) => onChange({ ...draft, password })}
        autoComplete="new-password"
        error={wrong.password}
      />
      <Check label={t.showPassword} hint={t.showPasswordHint} checked={shown} onChange={setShown} />
    </>
  );
}

/** The server's findings at our fields: it knows two kinds of address where we show one. */
function useRefused(error: unknown): Wrong {
  const sentences = useFieldSentences(error);
  const sentence = useSentence(error);
  if (!(error instanceof ApiError)) return {};
  if (error.code === 'weak_password') return { password: sentence };
  if (error.code === 'already_registered') return { contact: sentence };
  const found = sentences.flatMap((one) => {
    const field = fieldOf[one.pointer];
    return field ? [[field, one.sentence] as const] : [];
  });
  return Object.fromEntries(found);
}

const fieldOf: Record<string, Field> = {
  '/name': 'name',
  '/mobile': 'contact',
  '/email': 'contact',
  '/password': 'password',
  '/seeker': 'seeker',
};
