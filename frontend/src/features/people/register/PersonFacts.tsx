import { useState } from 'react';
import type { Person, PersonField } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import type { RevealReason } from '../../../lib/revealReason';
import { Button } from '../../../ui/Button';
import { Details } from '../../../ui/data/Details';
import { Masked } from '../../../ui/data/Masked';
import { Time } from '../../../ui/data/Time';
import { Banner } from '../../../ui/feedback/Banner';
import { useSentence } from '../../../ui/feedback/ErrorNote';
import { reveal, useIdentity } from './api';
import { CorrectIdentity } from './CorrectIdentity';
import styles from './person.module.css';
import { registerWords } from './words';

interface Props {
  person: Person;
  etag: string;
}

/** Who somebody is, covered; each field is shown by itself, for a reason. */
export function PersonFacts({ person, etag }: Props) {
  const t = useWords(registerWords);
  const identity = useIdentity(person.id);
  const [isCorrecting, setCorrecting] = useState(false);
  const sentence = useSentence(identity.error);
  const covered = (field: PersonField, label: string, masked: string | null | undefined) =>
    masked ? (
      <Masked
        label={label}
        masked={masked}
        reveal={(why: RevealReason) => reveal(person.id, field, why)}
      />
    ) : (
      t.none
    );
  return (
    <>
      <Details
        items={[
          { label: t.name, value: covered('name', t.name, person.name) },
          { label: t.idNumber, value: covered('id_number', t.idNumber, person.id_number) },
          { label: t.mobile, value: covered('mobile', t.mobile, person.mobile) },
          { label: t.division, value: person.division.name },
          { label: t.enteredOn, value: <Time at={person.created_at} isFull /> },
          person.verified_at != null && {
            label: t.lookedAtOn,
            value: <Time at={person.verified_at} isFull />,
          },
          person.verified_what != null && { label: t.lookedAt, value: person.verified_what },
          !person.visible && { label: t.visible, value: t.hidden },
        ]}
      />
      <div>
        <Button
          variant="secondary"
          isPending={identity.isPending}
          aria-describedby="correct-note"
          onClick={() => identity.mutate(person, { onSuccess: () => setCorrecting(true) })}
        >
          {t.correct}
        </Button>
        <p id="correct-note" className={styles.note}>
          {t.correctNote}
        </p>
      </div>
      {identity.error && <Banner tone="danger" isNews title={sentence} />}
      {isCorrecting && identity.data && (
        <CorrectIdentity
          person={person}
          etag={etag}
          known={identity.data}
          onClose={() => setCorrecting(false)}
        />
      )}
    </>
  );
}
