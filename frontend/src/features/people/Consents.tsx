import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Purpose } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Card } from '../../ui/Card';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Check } from '../../ui/form/Check';
import { consentsQuery, useChangeConsent } from './api';
import { peopleWords } from './words';

interface Props {
  given: readonly Purpose[];
  onChange: (purpose: Purpose, given: boolean) => void;
}

/** What may be done with a profile: each thing by itself, none ticked beforehand. */
export function ConsentChecks({ given, onChange }: Props) {
  const t = useWords(peopleWords);
  const purposes = Object.keys(t.consent) as Purpose[];
  return purposes.map((purpose) => (
    <Check
      key={purpose}
      label={t.consent[purpose].title}
      hint={t.consent[purpose].what}
      checked={given.includes(purpose)}
      onChange={(checked) => onChange(purpose, checked)}
    />
  ));
}

/** One's own consents, given and withdrawn at once. */
export function Consents() {
  const t = useWords(peopleWords);
  const { data } = useQuery(consentsQuery);
  const change = useChangeConsent();
  // What was just pressed counts as done until the server says otherwise.
  const [pressed, setPressed] = useState<Purpose[]>();
  if (!data) return null;
  const { isSuccess, variables } = change;

  function press(purpose: Purpose, given: boolean) {
    const others = (data ?? []).filter((one) => one !== purpose);
    setPressed(given ? [...others, purpose] : others);
    change.mutate({ purpose, given }, { onSettled: () => setPressed(undefined) });
  }

  return (
    <Card>
      <p>{t.consentsLead}</p>
      <ConsentChecks given={pressed ?? data} onChange={press} />
      <p role="status">{isSuccess && (variables.given ? t.consentGiven : t.consentWithdrawn)}</p>
      {change.error && <ErrorNote title={t.failed} error={change.error} />}
    </Card>
  );
}
