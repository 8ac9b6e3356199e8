import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { suggestSkills } from '../../../api/skills';
import type { Skill } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Button } from '../../../ui/Button';
import { FieldRow } from '../../../ui/form/Form';
import { Repeater } from '../../../ui/form/Repeater';
import { Select } from '../../../ui/form/Select';
import { SuggestField } from '../../../ui/form/SuggestField';
import { type Faults, type FormState, fieldId } from '../../../ui/form/useForm';
import { profileQuery } from '../api';
import type { Stretch } from '../draft';
import { historyWords } from '../history/words';
import type { Answers } from './parts';
import { ownWords } from './words';

interface Props {
  form: FormState<Answers>;
  /** What a question was about; it is offered until it is listed. */
  about: string | undefined;
}

/** What somebody can do, and which experience shows it. */
export function SkillsPart({ form, about }: Props) {
  const t = useWords(ownWords);
  const { skills } = form.values;
  const shownBy = useShownBy(form.values);
  const { data: own } = useQuery(profileQuery);
  const serving = {
    occupations: own?.data.intentions?.occupations ?? [],
    note: t.servesOccupation,
  };
  const set = (changed: Skill[]) => form.set({ skills: changed });
  return (
    <div id="skills">
      {about && !skills.some(({ name }) => name === about) && (
        <p>
          <Button
            variant="secondary"
            onClick={() => set([...skills, { name: about, experience_id: null }])}
          >
            {t.addAbout(about)}
          </Button>{' '}
          <Link to="/me/profile" search={{ part: 'certificates', about }}>
            {t.isCertificate(about)}
          </Link>
        </p>
      )}
      <Repeater
        items={skills}
        keyOf={(_, index) => String(index)}
        titleOf={({ name }, index) => name || t.oneSkill(index + 1)}
        add={t.addSkill}
        fresh={() => ({ name: '', experience_id: null })}
        onChange={set}
      >
        {({ name, experience_id }, index, change) => (
          <FieldRow>
            <SuggestField
              id={fieldId(`skills/${index}/name`)}
              label={t.skill}
              value={name}
              onChange={(text) => change({ name: text })}
              suggest={(text, signal) =>
                suggestSkills(text, ['skill', 'language'], signal, serving)
              }
              error={form.inner(`skills/${index}/name`).error}
            />
            {shownBy.length > 1 && (
              <Select
                label={t.shownBy}
                value={experience_id ?? ''}
                options={shownBy}
                onChange={(id) => change({ experience_id: id || null })}
              />
            )}
          </FieldRow>
        )}
      </Repeater>
    </div>
  );
}

function useShownBy({ service, experiences }: Answers) {
  const t = useWords(ownWords);
  const history = useWords(historyWords);
  const years = ({ from, to }: Stretch) => t.years(from, to || t.toNow);
  const branch = (one: Stretch) => one.title || history.branch[one.branch ?? 'other'];
  return [
    { value: '', label: t.shownByNone },
    ...service.map((one) => ({ value: one.id, label: t.service(branch(one), years(one)) })),
    ...experiences.map((one) => ({ value: one.id, label: t.work(one.title, years(one)) })),
  ];
}

/** Each line of skills is asked for its name. */
export function useSkillFaults() {
  const t = useWords(ownWords);
  return ({ skills }: Answers): Faults =>
    Object.fromEntries(
      skills.map(({ name }, index) => [
        `skills/${index}/name`,
        name.trim() === '' ? t.skillLacks : undefined,
      ]),
    );
}
