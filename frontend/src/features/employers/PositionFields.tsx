import { useOccupation } from '../../api/occupations';
import type { PayUnit, Unlawful } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Check } from '../../ui/form/Check';
import { ComboBox } from '../../ui/form/ComboBox';
import { DateField } from '../../ui/form/DateField';
import { FieldGroup } from '../../ui/form/Field';
import { FieldRow, FormPart } from '../../ui/form/Form';
import { MoneyField } from '../../ui/form/MoneyField';
import { NumberField } from '../../ui/form/NumberField';
import { Select } from '../../ui/form/Select';
import { TextArea } from '../../ui/form/TextArea';
import { TextField } from '../../ui/form/TextField';
import { OccupationTasks } from '../../ui/form/tasks/OccupationTasks';
import { type FormState, fieldId } from '../../ui/form/useForm';
import { daysAfter, today, VALID_DAYS_MAX } from './days';
import type { Draft } from './draft';
import { RequirementRows } from './RequirementRows';
import { UnlawfulNote } from './UnlawfulNote';
import { suggestDivisions, suggestOccupations } from './writing/api';
import { writingWords } from './writing/words';

interface Props {
  form: FormState<Draft>;
  unlawful: readonly Unlawful[];
}

/** What is asked of an employer, in the order in which people read it. */
export function PositionFields(props: Props) {
  const { form, unlawful } = props;
  const t = useWords(writingWords);
  const occupation = useOccupation(form.values.occupation?.value);
  return (
    <>
      <FormPart title={t.partWhat}>
        <TextField label={t.title} hint={t.titleHint} {...form.field('title')} />
        <UnlawfulNote found={unlawful} at="/title" />
        <ComboBox
          label={t.occupation}
          hint={t.occupationHint}
          isOptional
          suggest={suggestOccupations}
          {...form.field('occupation')}
        />
        <OccupationTasks occupation={occupation} />
        <FieldRow>
          <NumberField
            label={t.headcount}
            unit={t.people}
            min={1}
            max={1000}
            {...form.field('headcount')}
          />
          <DateField
            label={t.validUntil}
            hint={t.validHint}
            min={today()}
            max={daysAfter(VALID_DAYS_MAX)}
            {...form.field('valid_until')}
          />
        </FieldRow>
        <ComboBox
          label={t.division}
          hint={t.divisionHint}
          suggest={suggestDivisions}
          {...form.field('division')}
        />
        <TextField label={t.address} isOptional {...form.field('address')} />
        <UnlawfulNote found={unlawful} at="/address" />
      </FormPart>
      <FormPart title={t.partTell}>
        <TextArea
          label={t.description}
          hint={t.descriptionHint}
          rows={6}
          maxLength={5000}
          {...form.field('description')}
        />
        <UnlawfulNote found={unlawful} at="/description" />
        <TextField label={t.contact} hint={t.contactHint} isOptional {...form.field('contact')} />
      </FormPart>
      <Terms {...props} />
      <FormPart title={t.partAsked} lead={t.partAskedLead}>
        <RequirementRows {...props} />
      </FormPart>
    </>
  );
}

function Terms({ form }: Props) {
  const t = useWords(writingWords);
  const shared = useWords(sharedWords);
  const choices = <T extends string>(names: Record<T, string>) => [
    { value: '' as const, label: t.unsaid },
    ...(Object.entries(names) as [T, string][]).map(([value, label]) => ({ value, label })),
  ];
  return (
    <FormPart title={t.partTerms}>
      <PayFields form={form} />
      <FieldRow>
        <Select label={t.shift} options={choices(shared.shift)} {...form.field('shift')} />
        <Select
          label={t.housing}
          options={choices({ yes: t.housed, no: t.notHoused })}
          {...form.field('housing')}
        />
      </FieldRow>
      <FieldRow>
        <Select label={t.degree} options={choices(shared.degree)} {...form.field('degree_min')} />
        <NumberField
          label={t.years}
          isOptional
          unit={t.yearsUnit}
          max={40}
          {...form.field('experience_years_min')}
        />
      </FieldRow>
      <Check
        label={t.preference}
        hint={t.preferenceHint}
        checked={form.values.veteran_preference}
        onChange={(veteran_preference) => form.set({ veteran_preference })}
      />
    </FormPart>
  );
}

function PayFields({ form }: Pick<Props, 'form'>) {
  const t = useWords(writingWords);
  const { pay } = form.values;
  const change = (changed: Partial<Draft['pay']>) => form.set({ pay: { ...pay, ...changed } });
  const faults = ['pay', 'pay/min', 'pay/max', 'pay/months_per_year'];
  const error = faults.map((path) => form.inner(path).error).find(Boolean);
  const units = (Object.entries(t.payUnits) as [PayUnit, string][]).map(([value, label]) => ({
    value,
    label,
  }));
  return (
    <FieldGroup id={fieldId('pay')} label={t.pay} error={error}>
      <FieldRow>
        <Select
          label={t.payUnit}
          value={pay.unit}
          options={[...units, { value: '' as const, label: t.payOpen }]}
          onChange={(unit) => change({ unit })}
        />
        {pay.unit && (
          <>
            <MoneyField label={t.payMin} value={pay.min} onChange={(min) => change({ min })} />
            <MoneyField label={t.payMax} value={pay.max} onChange={(max) => change({ max })} />
          </>
        )}
        {pay.unit === 'month' && (
          <NumberField
            label={t.payMonths}
            isOptional
            unit={t.months}
            min={12}
            max={24}
            value={pay.months}
            onChange={(months) => change({ months })}
          />
        )}
      </FieldRow>
    </FieldGroup>
  );
}
