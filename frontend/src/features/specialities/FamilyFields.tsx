import { suggestSkills } from '../../api/skills';
import type { SpecialityRelation } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { ComboBox } from '../../ui/form/ComboBox';
import { FieldRow, FormPart } from '../../ui/form/Form';
import { ManyBox } from '../../ui/form/ManyBox';
import { NumberField } from '../../ui/form/NumberField';
import { Repeater } from '../../ui/form/Repeater';
import { Select } from '../../ui/form/Select';
import { TextArea } from '../../ui/form/TextArea';
import { TextField } from '../../ui/form/TextField';
import type { FormState } from '../../ui/form/useForm';
import { suggestOccupations } from './api';
import { type Draft, type FamilyDraft, freshLead } from './draft';
import { specialityWords } from './words';

const OCCUPATIONS_MAX = 12;

/** What is asked of a family: the service, what it leads to, and on what that rests. */
export function FamilyFields({ form }: { form: FormState<Draft> }) {
  const t = useWords(specialityWords);
  const { family } = form.values;
  const set = (changed: Partial<FamilyDraft>) => form.set({ family: { ...family, ...changed } });
  const branches = Object.entries(t.branch) as [FamilyDraft['branch'], string][];
  return (
    <>
      <FormPart title={t.partService}>
        <FieldRow>
          <TextField
            label={t.nameLabel}
            maxLength={24}
            value={family.name}
            onChange={(name) => set({ name })}
            {...form.inner('family/name')}
          />
          <Select
            label={t.branchLabel}
            value={family.branch}
            options={branches.map(([value, label]) => ({ value, label }))}
            onChange={(branch) => set({ branch })}
            {...form.inner('family/branch')}
          />
        </FieldRow>
        <TextArea
          label={t.titlesLabel}
          hint={t.titlesHint}
          rows={6}
          value={family.titles}
          onChange={(titles) => set({ titles })}
          {...listed(form, 'family/titles')}
        />
      </FormPart>
      <FormPart title={t.partCivil} lead={t.relationHint}>
        <Leads form={form} set={set} />
        <ManyBox
          label={t.skillsLabel}
          hint={t.skillsHint}
          placeholder={t.skillsPlaceholder}
          isOptional
          values={family.skills}
          onChange={(skills) => set({ skills })}
          suggest={(text, signal) => suggestSkills(text, ['skill'], signal)}
          {...listed(form, 'family/skills')}
        />
      </FormPart>
      <FormPart title={t.partSource}>
        <TextArea
          label={t.sourceLabel}
          hint={t.sourceHint}
          maxLength={300}
          {...form.field('source')}
        />
      </FormPart>
    </>
  );
}

interface LeadsProps {
  form: FormState<Draft>;
  set: (changed: Partial<FamilyDraft>) => void;
}

/** The occupations, each with how near it lies. */
function Leads({ form, set }: LeadsProps) {
  const t = useWords(specialityWords);
  const relations = Object.entries(t.relation) as [SpecialityRelation, string][];
  return (
    <Repeater
      items={form.values.family.occupations}
      keyOf={({ key }) => key}
      titleOf={({ occupation }, index) => occupation?.label || t.occupationAt(index + 1)}
      fresh={freshLead}
      add={t.addOccupation}
      max={OCCUPATIONS_MAX}
      onChange={(occupations) => set({ occupations })}
    >
      {({ occupation, relation, weight }, index, change) => (
        <FieldRow>
          <ComboBox
            label={t.occupation}
            value={occupation}
            suggest={suggestOccupations}
            onChange={(chosen) => change({ occupation: chosen })}
            {...form.inner(`family/occupations/${index}/code`)}
          />
          <Select
            label={t.relationLabel}
            value={relation}
            options={relations.map(([value, label]) => ({ value, label }))}
            onChange={(chosen) => change({ relation: chosen })}
          />
          <NumberField
            label={t.weight}
            hint={t.weightHint}
            isOptional
            min={1}
            max={100}
            value={weight}
            onChange={(typed) => change({ weight: typed })}
            {...form.inner(`family/occupations/${index}/weight`)}
          />
        </FieldRow>
      )}
    </Repeater>
  );
}

/** The id of a field that holds several, and what is wrong with it or with any of them. */
function listed(form: FormState<Draft>, path: string) {
  const { id, error } = form.inner(path);
  const inner = form.wrong.find(({ field }) => field.startsWith(`${id}-`));
  return { id, error: error ?? inner?.sentence };
}
