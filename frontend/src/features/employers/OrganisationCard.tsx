import type { ReactNode } from 'react';
import type { Organisation } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { Card } from '../../ui/Card';
import { Pill } from '../../ui/data/Pill';
import { deskWords } from './overview/words';

interface Props {
  organisation: Organisation;
  /** What can be done with it. */
  children?: ReactNode;
}

const tones = { verified: 'success', unverified: 'warn', refused: 'danger' } as const;

/** Whether an organisation may publish, and what is needed before it may. */
export function OrganisationCard({ organisation, children }: Props) {
  const t = useWords(deskWords);
  const format = useFormat();
  const { name, verification, verified_at: at, verified_what: what } = organisation;
  return (
    <Card>
      <h3>{name}</h3>
      <p>
        <Pill tone={tones[verification]}>{t.verification[verification]}</Pill>
      </p>
      {at && what && <p>{t.checked(what, format.day(at.slice(0, 10)))}</p>}
      <p>{t.verificationWhy[verification]}</p>
      {children}
    </Card>
  );
}
