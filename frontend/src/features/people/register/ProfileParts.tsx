import { newKey } from '../../../api/client';
import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { HOME_COUNTY } from '../../../lib/homeCounty';
import { ChooseMany } from '../../../ui/form/Choices';
import { FormPart } from '../../../ui/form/Form';
import { Repeater } from '../../../ui/form/Repeater';
import { Select } from '../../../ui/form/Select';
import { TextField } from '../../../ui/form/TextField';
import type { FormState } from '../../../ui/form/useForm';
import { type Draft, licences } from '../draft';
import { DivisionChoices } from './DivisionChoices';
import { profileWords } from './profile/words';
import { StretchFields } from './StretchFields';

interface PartProps {
  form: FormState<Draft>;
}

export function Wishes({ form }: PartProps) {
  const t = useWords(profileWords);
  const shared = useWords(sharedWords);
  return (
    <FormPart title={t.wishes}>
      <TextField label={t.titles} hint={t.listHint} isOptional {...form.field('titles')} />
      <DivisionChoices
        legend={t.places}
        first={{ value: HOME_COUNTY, label: shared.county }}
        {...form.list('places')}
      />
      <TextField
        label={t.way}
        isOptional
        inputMode="numeric"
        unit={t.km}
        {...form.field('kmMax')}
      />
      <TextField
        label={t.pay}
        isOptional
        inputMode="numeric"
        unit={t.yuan}
        {...form.field('payYuan')}
      />
    </FormPart>
  );
}

export function Abilities({ form }: PartProps) {
  const t = useWords(profileWords);
  const shared = useWords(sharedWords);
  const degrees = (Object.keys(shared.degree) as (keyof typeof shared.degree)[]).filter(
    (value) => value !== 'none',
  );
  return (
    <FormPart title={t.abilities}>
      <TextField label={t.skills} hint={t.listHint} isOptional {...form.field('skills')} />
      <TextField
        label={t.certificates}
        hint={t.listHint}
        isOptional
        {...form.field('certificates')}
      />
      <ChooseMany
        legend={t.licences}
        choices={[...new Set([...licences, ...form.values.licences])].map((value) => ({
          value,
          label: value,
        }))}
        {...form.list('licences')}
      />
      <Select
        label={t.degree}
        options={[
          { value: '', label: t.notSaid },
          ...degrees.map((value) => ({ value, label: shared.degree[value] })),
        ]}
        {...form.field('degree')}
      />
    </FormPart>
  );
}

interface StretchesProps extends PartProps {
  kind: 'service' | 'experiences';
  wrong: (path: string) => string | undefined;
}

export function Stretches({ kind, form, wrong }: StretchesProps) {
  const t = useWords(profileWords);
  const words = t.stretches[kind];
  return (
    <FormPart title={words.title} lead={words.lead}>
      <Repeater
        items={form.values[kind]}
        keyOf={({ id }) => id}
        titleOf={(_, index) => words.one(index + 1)}
        add={words.add}
        max={20}
        fresh={() => ({
          id: newKey(),
          title: '',
          from: '',
          to: '',
          text: '',
          ...(kind === 'service' && { branch: 'army' as const }),
        })}
        onChange={(changed) => form.set({ [kind]: changed })}
      >
        {(stretch, index, change) => (
          <StretchFields
            path={`${kind}/${index}`}
            stretch={stretch}
            wrong={wrong}
            change={change}
          />
        )}
      </Repeater>
    </FormPart>
  );
}
