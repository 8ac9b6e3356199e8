import { useQuery } from '@tanstack/react-query';
import type { Branch } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { FieldRow } from '../../../ui/form/Form';
import { Select } from '../../../ui/form/Select';
import { TextArea } from '../../../ui/form/TextArea';
import { TextField } from '../../../ui/form/TextField';
import { type FormState, fieldId } from '../../../ui/form/useForm';
import { findSpecialities, specialityQuery } from '../api';
import { listed, type Stretch } from '../draft';
import { historyWords } from '../history/words';
import { ListBox } from './ListBox';
import type { Answers } from './parts';
import { ownWords } from './words';

interface Props {
  kind: 'service' | 'experiences';
  index: number;
  form: FormState<Answers>;
}

/** What is asked about one stretch of service or work. */
export function EntryFields({ kind, index, form }: Props) {
  const t = useWords(historyWords);
  const own = useWords(ownWords);
  const stretch = form.values[kind][index];
  if (!stretch) return null;
  const words = t.stretches[stretch.branch === undefined ? 'work' : 'service'];
  const change = (changed: Partial<Stretch>) =>
    form.set({
      [kind]: form.values[kind].map((one, at) => (at === index ? { ...one, ...changed } : one)),
    });
  const field = (name: 'title' | 'from' | 'to' | 'text') => ({
    id: fieldId(`${kind}/${index}/${name}`),
    value: stretch[name],
    onChange: (value: string) => change({ [name]: value }),
    error: form.inner(`${kind}/${index}/${name}`).error,
  });
  return (
    <>
      {stretch.branch === undefined ? (
        <TextField label={words.what} hint={words.whatHint} {...field('title')} />
      ) : (
        <>
          <Select
            label={t.branchLabel}
            value={stretch.branch}
            options={(Object.keys(t.branch) as Branch[]).map((value) => ({
              value,
              label: t.branch[value],
            }))}
            onChange={(branch) => change({ branch })}
          />
          <ListBox
            label={own.speciality}
            hint={own.specialityHint}
            find={findSpecialities}
            max={10}
            {...field('title')}
          />
          {listed(stretch.title).map((title) => (
            <Civilian key={title} title={title} />
          ))}
        </>
      )}
      <FieldRow>
        <TextField label={t.from} inputMode="numeric" maxLength={4} {...field('from')} />
        <TextField label={t.to} inputMode="numeric" maxLength={4} {...field('to')} />
      </FieldRow>
      <TextArea label={t.did} hint={words.didHint} maxLength={1000} {...field('text')} />
    </>
  );
}

/** What a military speciality is called in civilian life, where the dictionary knows it. */
function Civilian({ title }: { title: string }) {
  const t = useWords(ownWords);
  const { list } = useFormat();
  const { data } = useQuery(specialityQuery(title));
  if (!data?.occupations.length) return null;
  return <p>{t.civilian(title, list(data.occupations.map(({ name }) => name)))}</p>;
}
