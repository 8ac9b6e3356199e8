import { useOccupation } from '../../api/occupations';
import { suggestSkills } from '../../api/skills';
import type { SpecialityRelation } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { ComboBox } from '../../ui/form/ComboBox';
import { FieldRow, FormPart } from '../../ui/form/Form';
import { Repeater } from '../../ui/form/Repeater';
import { Select } from '../../ui/form/Select';
import { SuggestField } from '../../ui/form/SuggestField';
import { TextArea } from '../../ui/form/TextArea';
import { TextField } from '../../ui/form/TextField';
import { OccupationTasks } from '../../ui/form/tasks/OccupationTasks';
import type { FormState } from '../../ui/form/useForm';
import { suggestOccupations } from './api';
import { type Draft, type FamilyDraft, freshLead } from './draft';
import { specialityWords } from './words';

const OCCUPATIONS_MAX = 12;
const SKILLS_MAX = 20;

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
        <Skills form={form} set={set} />
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
        <>
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
            <Select
              label={t.weight}
              value={weight === null ? '' : String(weight)}
              options={[
                { value: '', label: t.weightOfRelation },
                ...weightsWith(weight).map((one) => ({
                  value: String(one),
                  label: t.percent(one),
                })),
              ]}
              onChange={(chosen) => change({ weight: chosen === '' ? null : Number(chosen) })}
              {...form.inner(`family/occupations/${index}/weight`)}
            />
          </FieldRow>
          <TasksOf code={occupation?.value} />
        </>
      )}
    </Repeater>
  );
}

/** What the service shows somebody can do. */
function Skills({ form, set }: LeadsProps) {
  const t = useWords(specialityWords);
  return (
    <Repeater
      items={form.values.family.skills}
      keyOf={(_, index) => String(index)}
      titleOf={({ name }, index) => name || t.skillAt(index + 1)}
      fresh={() => ({ name: '' })}
      add={t.addSkill}
      max={SKILLS_MAX}
      onChange={(skills) => set({ skills })}
    >
      {({ name }, index, change) => (
        <SuggestField
          label={t.skill}
          hint={t.skillsHint}
          value={name}
          onChange={(text) => change({ name: text })}
          suggest={(text, signal) => suggestSkills(text, ['skill'], signal)}
          {...form.inner(`family/skills/${index}`)}
        />
      )}
    </Repeater>
  );
}

/** Weights to choose from, in percent: finer ones pretend to a knowledge that nobody has. */
const WEIGHTS = [100, 90, 75, 60, 50, 40, 25, 10];

/** With the one that stands, whatever it is. */
function weightsWith(standing: number | null): number[] {
  const all = standing === null ? WEIGHTS : [...WEIGHTS, standing];
  return [...new Set(all)].sort((a, b) => b - a);
}

/** The id of a field that holds several, and what is wrong with it or with any of them. */
function listed(form: FormState<Draft>, path: string) {
  const { id, error } = form.inner(path);
  const inner = form.wrong.find(({ field }) => field.startsWith(`${id}-`));
  return { id, error: error ?? inner?.sentence };
}

function TasksOf({ code }: { code: string | undefined }) {
  return <OccupationTasks occupation={useOccupation(code)} />;
}
