import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../api/client';
import type { ProfileInput, Purpose } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { ApiError } from '../../lib/ApiError';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNote, useFieldSentences, useSentence } from '../../ui/feedback/ErrorNote';
import { ErrorSummary } from '../../ui/form/ErrorSummary';
import { Select } from '../../ui/form/Select';
import { TextField } from '../../ui/form/TextField';
import { divisionsQuery, useCreateProfile } from './api';
import { ConsentChecks } from './Consents';
import styles from './ProfileForm.module.css';
import { peopleWords } from './words';

export interface Known {
  name: string;
  mobile: string;
}

interface Draft extends Known {
  idNumber: string;
  division: string;
  consents: Purpose[];
}

/** By the server's names for them. */
const fields = ['name', 'id_number', 'mobile', 'division'] as const;
type Field = (typeof fields)[number];
type Wrong = Partial<Record<Field, string>>;

/** Who somebody is and what they agree to; what they can and want is asked afterwards. */
export default function FirstProfile({ known }: { known: Known | undefined }) {
  const t = useWords(peopleWords);
  const create = useCreateProfile();
  const refused = useRefused(create.error);
  const [key] = useState(newKey);
  const [missing, setMissing] = useState<Wrong>({});
  const [draft, setDraft] = useState<Draft>({
    name: known?.name ?? '',
    mobile: known?.mobile ?? '',
    idNumber: '',
    division: '',
    consents: [],
  });
  const wrong = { ...refused, ...missing };
  const summary = fields.flatMap((field) => {
    const sentence = wrong[field];
    return sentence === undefined ? [] : [{ field, label: t.identity[field], sentence }];
  });

  function submit() {
    const asked: Wrong = {};
    if (draft.name.trim() === '') asked.name = t.nameMissing;
    if (draft.division === '') asked.division = t.divisionMissing;
    setMissing(asked);
    create.reset();
    if (Object.keys(asked).length === 0) create.mutate({ input: inputOf(draft), key });
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {create.error && summary.length === 0 && <ErrorNote title={t.failed} error={create.error} />}
      <ErrorSummary errors={summary} />
      <Identity
        draft={draft}
        wrong={wrong}
        change={(changed) => setDraft((before) => ({ ...before, ...changed }))}
      />
      <Card>
        <h2>{t.consents}</h2>
        <p>{t.consentsFirst}</p>
        <ConsentChecks
          given={draft.consents}
          onChange={(purpose, given) =>
            setDraft((before) => {
              const others = before.consents.filter((one) => one !== purpose);
              return { ...before, consents: given ? [...others, purpose] : others };
            })
          }
        />
      </Card>
      <div className={styles.foot}>
        <Button type="submit" isPending={create.isPending}>
          {t.create}
        </Button>
      </div>
    </form>
  );
}

interface IdentityProps {
  draft: Draft;
  wrong: Wrong;
  change: (changed: Partial<Draft>) => void;
}

function Identity({ draft, wrong, change }: IdentityProps) {
  const t = useWords(peopleWords);
  return (
    <Card>
      <h2>{t.whoYouAre}</h2>
      <p>{t.whoYouAreWhy}</p>
      <TextField
        id="name"
        label={t.identity.name}
        value={draft.name}
        onChange={(name) => change({ name })}
        autoComplete="name"
        maxLength={40}
        error={wrong.name}
      />
      <TextField
        id="id_number"
        label={t.identity.id_number}
        hint={t.idNumberHint}
        value={draft.idNumber}
        onChange={(idNumber) => change({ idNumber })}
        autoComplete="off"
        error={wrong.id_number}
      />
      <TextField
        id="mobile"
        label={t.identity.mobile}
        hint={t.mobileHint}
        value={draft.mobile}
        onChange={(mobile) => change({ mobile })}
        autoComplete="tel"
        inputMode="tel"
        error={wrong.mobile}
      />
      <Home error={wrong.division} onChange={(division) => change({ division })} />
    </Card>
  );
}

const ELSEWHERE = 'elsewhere';

/** The townships of the home county by list; any other place by the beginning of its name. */
function Home({
  error,
  onChange,
}: {
  error: string | undefined;
  onChange: (code: string) => void;
}) {
  const t = useWords(peopleWords);
  const [chosen, setChosen] = useState('');
  const [place, setPlace] = useState('');
  const isElsewhere = chosen === ELSEWHERE;
  const { data: found } = useQuery(divisionsQuery(isElsewhere ? place.trim() : ''));
  const options = found?.map(({ code, name }) => ({ value: code, label: name })) ?? [];
  const [other, setOther] = useState('');
  return (
    <>
      <Select
        id="division"
        label={t.identity.division}
        value={chosen}
        error={error}
        options={[
          { value: '', label: t.choose },
          ...Object.entries(t.townships).map(([value, label]) => ({ value, label })),
          { value: ELSEWHERE, label: t.elsewhere },
        ]}
        onChange={(value) => {
          setChosen(value);
          onChange(value === ELSEWHERE ? other : value);
        }}
      />
      {isElsewhere && (
        <>
          <TextField
            label={t.place}
            hint={t.placeHint}
            value={place}
            onChange={(text) => {
              setPlace(text);
              setOther('');
              onChange('');
            }}
          />
          {found?.length === 0 && <p role="status">{t.placeUnknown}</p>}
          {options.length > 0 && (
            <Select
              label={t.placeChoose}
              value={other}
              options={[{ value: '', label: t.choose }, ...options]}
              onChange={(code) => {
                setOther(code);
                onChange(code);
              }}
            />
          )}
        </>
      )}
    </>
  );
}

/** What was left empty is not sent: the server takes it as unknown. */
function inputOf({ name, idNumber, mobile, division, consents }: Draft): ProfileInput {
  const said = (text: string) => (text.trim() === '' ? null : text.trim());
  const identity = { name: name.trim(), id_number: said(idNumber), mobile: said(mobile), division };
  return { identity, consents };
}

function useRefused(error: unknown): Wrong {
  const sentences = useFieldSentences(error);
  const sentence = useSentence(error);
  if (error instanceof ApiError && error.code === 'id_number_taken') return { id_number: sentence };
  const found = sentences.flatMap((one) => {
    const field = fields.find((name) => one.pointer === `/identity/${name}`);
    return field ? [[field, one.sentence] as const] : [];
  });
  return Object.fromEntries(found);
}
