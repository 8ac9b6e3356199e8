import { lazy, Suspense, useEffect, useState } from 'react';
import type { OwnProfile } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { HOME_COUNTY } from '../../lib/homeCounty';
import { Button, ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { useFieldSentences, useSentence } from '../../ui/feedback/ErrorNote';
import { ChooseMany, ChooseOne } from '../../ui/form/Choices';
import { Select } from '../../ui/form/Select';
import { TextField } from '../../ui/form/TextField';
import { isOutdated, useSaveProfile } from './api';
import {
  type Answer,
  applyDraft,
  type Draft,
  draftOf,
  isListed,
  isPay,
  licences,
  shifts,
  stretchLacks,
  withAdded,
} from './draft';
import styles from './ProfileForm.module.css';
import { peopleWords } from './words';

// Far down the page, and with most of the words.
const Stretches = lazy(() => import('./Stretches'));

interface Props {
  profile: OwnProfile;
  etag: string;
  /** A skill or certificate that a question was about. */
  about: string | undefined;
  onReload: () => Promise<{ data: { data: OwnProfile } | undefined }>;
}

export default function ProfileForm({ profile, etag, about, onReload }: Props) {
  const t = useWords(peopleWords);
  const [draft, setDraft] = useState(() => draftOf(profile));
  const save = useSaveProfile();
  const [isChecked, setChecked] = useState(false);
  const payError = isPay(draft.payYuan) ? undefined : t.payWrong;

  useEffect(focusAskedPart, []);

  function change(changed: Partial<Draft>) {
    setDraft({ ...draft, ...changed });
    save.reset();
  }

  async function reload() {
    const { data } = await onReload();
    if (data) setDraft(draftOf(data.data));
    save.reset();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        const lacking = [...draft.service, ...draft.experiences].find(stretchLacks);
        if (lacking) document.getElementById(`${stretchLacks(lacking)}-${lacking.id}`)?.focus();
        else if (payError) document.querySelector<HTMLElement>('#pay input')?.focus();
        else save.mutate({ profile: applyDraft(profile, draft), etag });
      }}
    >
      <Wishes draft={draft} change={change} payError={payError} />
      <Abilities draft={draft} change={change} about={about} />
      <Card>
        <div id="experience" className={styles.questions}>
          <Suspense>
            {(profile.kind === 'veteran' || draft.service.length > 0) && (
              <Stretches
                kind="service"
                stretches={draft.service}
                onChange={(service) => change({ service })}
                isChecked={isChecked}
              />
            )}
            <Stretches
              kind="work"
              stretches={draft.experiences}
              onChange={(experiences) => change({ experiences })}
              isChecked={isChecked}
            />
          </Suspense>
        </div>
      </Card>
      <Conditions draft={draft} change={change} />
      {save.error && <Refusal error={save.error} onReload={reload} />}
      <div className={styles.foot}>
        <Button type="submit" isPending={save.isPending}>
          {t.save}
        </Button>
        <p role="status">{save.isSuccess && t.saved}</p>
        {save.isSuccess && (
          <ButtonLink to="/me/matches" variant="secondary">
            {t.seeMatches}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

/** Who comes from a question starts at its field; the form was not there yet when the page opened. */
function focusAskedPart() {
  const part = document.getElementById(window.location.hash.slice(1));
  // After the router has put the new page to its top.
  const timer = setTimeout(() => {
    part?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
    part?.scrollIntoView();
  });
  return () => clearTimeout(timer);
}

interface PartProps {
  draft: Draft;
  change: (changed: Partial<Draft>) => void;
}

/** Each part's id is the kind of question that leads here. */
function Wishes({ draft, change, payError }: PartProps & { payError: string | undefined }) {
  const t = useWords(peopleWords);
  const shared = useWords(sharedWords);
  return (
    <Card>
      <h2>{t.wishes}</h2>
      <div id="occupation">
        <TextField
          label={t.titles}
          hint={t.titlesHint}
          value={draft.titles}
          onChange={(titles) => change({ titles })}
          isLong
        />
      </div>
      <ChooseMany
        id="place"
        legend={t.places}
        values={draft.places}
        choices={[
          { value: HOME_COUNTY, label: shared.county },
          ...Object.entries(t.townships).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(chosen) => change({ places: chosen })}
      />
      <div id="pay">
        <TextField
          label={t.pay}
          value={draft.payYuan}
          onChange={(payYuan) => change({ payYuan })}
          error={payError}
          inputMode="numeric"
        />
      </div>
    </Card>
  );
}

function Abilities({ draft, change, about }: PartProps & { about: string | undefined }) {
  const t = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const isKnown = (name: string) =>
    isListed(draft.skills, name) || isListed(draft.certificates, name);
  const suggested = about && !isKnown(about) ? about : undefined;
  return (
    <Card>
      <h2>{t.abilities}</h2>
      <div id="skills" className={styles.questions}>
        <TextField
          label={t.skills}
          hint={t.skillsHint}
          value={draft.skills}
          onChange={(skills) => change({ skills })}
          isLong
        />
        {suggested && (
          <p className={styles.suggested}>
            <Button
              variant="secondary"
              onClick={() => change({ skills: withAdded(draft.skills, suggested) })}
            >
              {t.addSkill(suggested)}
            </Button>
            <Button
              variant="secondary"
              onClick={() => change({ certificates: withAdded(draft.certificates, suggested) })}
            >
              {t.addCertificate(suggested)}
            </Button>
          </p>
        )}
        <TextField
          label={t.certificates}
          hint={t.certificatesHint}
          value={draft.certificates}
          onChange={(certificates) => change({ certificates })}
          isLong
        />
        <ChooseMany
          legend={t.licences}
          values={draft.licences}
          choices={[...new Set([...licences, ...draft.licences])].map((value) => ({
            value,
            label: value,
          }))}
          onChange={(chosen) => change({ licences: chosen })}
        />
      </div>
      <div id="degree">
        <Select
          label={t.degree}
          value={draft.degree}
          options={[
            { value: '', label: t.degreeNotSaid },
            ...(Object.keys(shared.degree) as (keyof typeof shared.degree)[])
              .filter((value) => value !== 'none')
              .map((value) => ({ value, label: shared.degree[value] })),
          ]}
          onChange={(degree) => change({ degree })}
        />
      </div>
    </Card>
  );
}

function Conditions({ draft, change }: PartProps) {
  const t = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const answers = (yes: string, no: string): { value: Answer; label: string }[] => [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
    { value: '', label: t.notSaid },
  ];
  return (
    <Card>
      <h2>{t.conditions}</h2>
      <div id="shift" className={styles.questions}>
        {shifts.map((shift) => (
          <ChooseOne
            key={shift}
            legend={t.shift(shared.shift[shift])}
            value={draft.shifts[shift]}
            choices={answers(t.accept, t.refuse)}
            onChange={(answer) => change({ shifts: { ...draft.shifts, [shift]: answer } })}
          />
        ))}
      </div>
      <ChooseOne
        id="housing"
        legend={t.housing}
        value={draft.housing}
        choices={answers(t.need, t.noNeed)}
        onChange={(housing) => change({ housing })}
      />
    </Card>
  );
}

function Refusal({ error, onReload }: { error: unknown; onReload: () => void }) {
  const t = useWords(peopleWords);
  const sentence = useSentence(error);
  const fields = useFieldSentences(error);
  return (
    <div className={styles.refusal} role="alert">
      <strong>{t.failed}</strong>
      <p>{isOutdated(error) ? t.outdated : sentence}</p>
      {fields.map((field) => (
        <p key={field.pointer}>{field.sentence}</p>
      ))}
      {isOutdated(error) && (
        <Button variant="secondary" onClick={onReload}>
          {t.reload}
        </Button>
      )}
    </div>
  );
}
