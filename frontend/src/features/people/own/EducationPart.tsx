import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { Select } from '../../../ui/form/Select';
import type { FormState } from '../../../ui/form/useForm';
import { peopleWords } from '../words';
import type { Answers } from './parts';

export function EducationPart({ form }: { form: FormState<Answers> }) {
  const t = useWords(peopleWords);
  const { degree } = useWords(sharedWords);
  return (
    <div id="degree">
      <Select
        label={t.degree}
        options={[
          { value: '', label: t.degreeNotSaid },
          ...(Object.keys(degree) as (keyof typeof degree)[])
            .filter((value) => value !== 'none')
            .map((value) => ({ value, label: degree[value] })),
        ]}
        {...form.field('degree')}
      />
    </div>
  );
}
