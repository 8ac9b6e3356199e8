import { useState } from 'react';
import { findDivisions } from '../../api/dictionaries';
import { useWords } from '../../i18n/locale';
import { HOME_COUNTY } from '../../lib/homeCounty';
import { ChooseOne } from '../../ui/form/Choices';
import { ComboBox, type Suggestion } from '../../ui/form/ComboBox';
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
 * The townships of the home county, or another county: of those the server knows no townships. Whoever
 * lives there may look for work here all the same.
 */
export function HomeField({ value, onChange, other, ...field }: Props) {
  const t = useWords(peopleWords);
  const townships: Record<string, string> = t.townships;
  const isOther = other !== undefined && !(other.code in townships);
  const isListed = value === '' || value in townships || value === other?.code;
  const [isElsewhere, setElsewhere] = useState(!isListed);
  const [county, setCounty] = useState<Suggestion | null>(null);
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
          onChange(chosen === ELSEWHERE ? (county?.value ?? '') : chosen);
        }}
      />
      {isElsewhere && (
        <ComboBox
          label={t.county}
          hint={t.countyHint}
          value={county ?? (value === '' ? null : { value, label: placeName(value) })}
          suggest={suggestCounties}
          onChange={(chosen) => {
            setCounty(chosen);
            if (chosen) names.set(chosen.value, chosen.label);
            onChange(chosen?.value ?? '');
          }}
        />
      )}
    </>
  );
}

/** What the counties chosen since the page was loaded are called. */
const names = new Map<string, string>();

/** A county that was chosen here, by its name. */
export function placeName(code: string): string {
  return names.get(code) ?? code;
}

const COUNTY_DIGITS = 6;

async function suggestCounties(text: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (text.trim() === '') return [];
  const found = await findDivisions(text.trim(), signal);
  return found
    .filter(({ code }) => code.length === COUNTY_DIGITS && code !== HOME_COUNTY)
    .map(({ code, name }) => ({ value: code, label: name }));
}
