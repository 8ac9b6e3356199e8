import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../i18n/locale';
import { ChooseOne } from '../../ui/form/Choices';
import { peopleWords } from './words';

interface Props {
  id: string;
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
  /** Where somebody lives whom a station entered, if not in one of the townships. */
  other?: { code: string; name: string } | undefined;
}

const ELSEWHERE = 'elsewhere';

/**
 * The townships of the home county. A profile belongs to the station of a township, and the server knows
 * none of other counties: who lives there is sent to the staff.
 */
export function HomeField({ value, onChange, other, ...field }: Props) {
  const t = useWords(peopleWords);
  const [isElsewhere, setElsewhere] = useState(false);
  const townships: Record<string, string> = t.townships;
  const isOther = other !== undefined && !(other.code in townships);
  return (
    <>
      <ChooseOne
        {...field}
        legend={t.identity.division}
        value={isElsewhere ? ELSEWHERE : value}
        choices={[
          ...(isOther ? [{ value: other.code, label: other.name }] : []),
          ...Object.entries(townships).map(([code, label]) => ({ value: code, label })),
          { value: ELSEWHERE, label: t.elsewhere },
        ]}
        onChange={(chosen) => {
          setElsewhere(chosen === ELSEWHERE);
          onChange(chosen === ELSEWHERE ? '' : chosen);
        }}
      />
      {isElsewhere && (
        <p role="status">
          {t.elsewhereWhat} <Link to="/stations">{t.toStations}</Link>
        </p>
      )}
    </>
  );
}
