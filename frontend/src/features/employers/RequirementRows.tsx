import { suggestSkills, usePermit } from '../../api/skills';
import type { Requirement, Unlawful } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { FieldRow } from '../../ui/form/Form';
import { PermitNote } from '../../ui/form/permit/PermitNote';
import { Repeater } from '../../ui/form/Repeater';
import { Select } from '../../ui/form/Select';
import { SuggestField } from '../../ui/form/SuggestField';
import type { FormState } from '../../ui/form/useForm';
import { type Draft, freshRequirement } from './draft';
import { UnlawfulNote } from './UnlawfulNote';
import { writingWords } from './writing/words';

interface Props {
  form: FormState<Draft>;
  unlawful: readonly Unlawful[];
}

/** As many as the server takes. */
const REQUIREMENTS_MAX = 30;

/** What people must or may bring along, one row each. */
export function RequirementRows({ form, unlawful }: Props) {
  const t = useWords(writingWords);
  const shared = useWords(sharedWords);
  const serving = {
    occupations: form.values.occupation?.value ? [form.values.occupation.value] : [],
    note: t.servesOccupation,
  };
  const kinds = Object.entries(shared.requirementKind) as [Requirement['kind'], string][];
  return (
    <Repeater
      items={form.values.requirements}
      keyOf={({ key }) => key}
      titleOf={({ name }, index) => name || t.requirement(index + 1)}
      fresh={freshRequirement}
      add={t.addRequirement}
      max={REQUIREMENTS_MAX}
      onChange={(requirements) => form.set({ requirements })}
    >
      {({ kind, name, must }, index, change) => (
        <>
          <FieldRow>
            <Select
              label={t.kind}
              value={kind}
              options={kinds.map(([value, label]) => ({ value, label }))}
              onChange={(value) => change({ kind: value })}
            />
            <SuggestField
              label={t.name}
              value={name}
              onChange={(value) => change({ name: value })}
              suggest={(text, signal) => suggestSkills(text, [kind], signal, serving)}
              maxLength={60}
              {...form.inner(`requirements/${index}/name`)}
            />
            <Select
              label={t.must}
              value={must ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: t.mustYes },
                { value: 'no', label: t.mustNo },
              ]}
              onChange={(value) => change({ must: value === 'yes' })}
            />
          </FieldRow>
          <PermitOf kind={kind} name={name} />
          <UnlawfulNote found={unlawful} at={`/requirements/${index}/name`} />
        </>
      )}
    </Repeater>
  );
}

/** What a paper that is asked for permits: whether it is needed at all. */
function PermitOf({ kind, name }: Pick<Requirement, 'kind' | 'name'>) {
  return <PermitNote permit={usePermit(name, kind)} />;
}
