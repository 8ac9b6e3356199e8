import { findDivisions } from '../../../api/dictionaries';
import type { Identity } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { ComboBox, type Suggestion } from '../../../ui/form/ComboBox';
import { TextField } from '../../../ui/form/TextField';
import type { Faults, FormState } from '../../../ui/form/useForm';
import type { zh } from './messages.zh';
import { registerWords } from './words';

export interface IdentityDraft {
  name: string;
  id_number: string;
  mobile: string;
  division: Suggestion | null;
}

const ID_LENGTH = 18;

/** What the page can tell by itself; whether a number is right, the server says. */
export function identityFaults(draft: IdentityDraft, t: typeof zh): Faults {
  const number = draft.id_number.replaceAll(/\s/g, '');
  const lacking = ID_LENGTH - number.length;
  return {
    name: draft.name.trim() ? undefined : t.lacksName,
    id_number: number && lacking !== 0 ? t.wrongLength(lacking) : undefined,
    division: draft.division ? undefined : t.lacksDivision,
  };
}

export function identityOf(draft: IdentityDraft): Identity {
  return {
    name: draft.name.trim(),
    id_number: draft.id_number.trim() || null,
    mobile: draft.mobile.trim() || null,
    division: draft.division?.value ?? '',
  };
}

/** Who somebody is and where they live. */
export function IdentityFields<T extends IdentityDraft>({ form }: { form: FormState<T> }) {
  const t = useWords(registerWords);
  const draft = form as unknown as FormState<IdentityDraft>;
  return (
    <>
      <TextField label={t.name} maxLength={40} autoComplete="off" {...draft.field('name')} />
      <TextField
        label={t.idNumber}
        hint={t.idNumberHint}
        isOptional
        maxLength={20}
        autoComplete="off"
        {...draft.field('id_number')}
      />
      <TextField
        label={t.mobile}
        isOptional
        inputMode="tel"
        maxLength={20}
        autoComplete="off"
        {...draft.field('mobile')}
      />
      <ComboBox
        label={t.livesIn}
        hint={t.livesInHint}
        suggest={suggestDivisions}
        {...draft.field('division')}
      />
    </>
  );
}

async function suggestDivisions(text: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (text.trim() === '') return [];
  const found = await findDivisions(text.trim(), signal);
  return found.map(({ code, name }) => ({ value: code, label: name, note: code }));
}
