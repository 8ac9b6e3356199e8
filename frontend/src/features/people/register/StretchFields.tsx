import type { Branch } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { FieldRow } from '../../../ui/form/Form';
import { Select } from '../../../ui/form/Select';
import { TextArea } from '../../../ui/form/TextArea';
import { TextField } from '../../../ui/form/TextField';
import { fieldId } from '../../../ui/form/useForm';
import type { Stretch } from '../draft';
import { historyWords } from '../history/words';
import { profileWords } from './profile/words';

interface Props {
  path: string;
  stretch: Stretch;
  wrong: (path: string) => string | undefined;
  change: (changed: Partial<Stretch>) => void;
}

/** One stretch of service or of work. */
export function StretchFields({ path, stretch, wrong, change }: Props) {
  const t = useWords(profileWords);
  const history = useWords(historyWords);
  const isService = stretch.branch !== undefined;
  const field = (name: 'title' | 'from' | 'to' | 'text') => ({
    id: fieldId(`${path}/${name}`),
    value: stretch[name],
    onChange: (value: string) => change({ [name]: value }),
    error: wrong(`${path}/${name}`),
  });
  return (
    <>
      {stretch.branch !== undefined && (
        <Select
          label={t.branch}
          value={stretch.branch}
          options={(Object.keys(history.branch) as Branch[]).map((value) => ({
            value,
            label: history.branch[value],
          }))}
          onChange={(branch) => change({ branch })}
        />
      )}
      <TextField
        label={isService ? t.speciality : t.work}
        hint={isService ? t.listHint : undefined}
        isOptional={isService}
        {...field('title')}
      />
      <FieldRow>
        <TextField label={t.from} inputMode="numeric" maxLength={4} {...field('from')} />
        <TextField label={t.to} isOptional inputMode="numeric" maxLength={4} {...field('to')} />
      </FieldRow>
      <TextArea label={t.did} isOptional maxLength={1000} {...field('text')} />
    </>
  );
}
