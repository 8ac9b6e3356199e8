import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { HOME_COUNTY } from '../../../lib/homeCounty';
import { ChooseMany, ChooseOne } from '../../../ui/form/Choices';
import { TextField } from '../../../ui/form/TextField';
import type { FormState } from '../../../ui/form/useForm';
import { findOccupations } from '../api';
import { type Answer, shifts } from '../draft';
import { peopleWords } from '../words';
import { ListBox } from './ListBox';
import type { Answers } from './parts';
import { ownWords } from './words';

/** What somebody looks for. Each question's id is the kind of question that leads here. */
export function WishesPart({ form }: { form: FormState<Answers> }) {
  const t = useWords(ownWords);
  const people = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const answers = (yes: string, no: string): { value: Answer; label: string }[] => [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
    { value: '', label: people.notSaid },
  ];
  const { values, set } = form;
  return (
    <>
      <div id="occupation">
        <ListBox
          label={t.titles}
          hint={t.titlesHint}
          find={findOccupations}
          {...form.field('titles')}
        />
      </div>
      <div id="place">
        <ChooseMany
          legend={people.places}
          choices={[
            { value: HOME_COUNTY, label: shared.county },
            ...Object.entries(people.townships).map(([value, label]) => ({ value, label })),
          ]}
          {...form.list('places')}
        />
      </div>
      <div id="pay">
        <TextField label={people.pay} inputMode="numeric" {...form.field('payYuan')} />
      </div>
      {shifts.map((shift, index) => (
        <div key={shift} id={index === 0 ? 'shift' : undefined}>
          <ChooseOne
            legend={people.shift(shared.shift[shift])}
            value={values.shifts[shift]}
            choices={answers(people.accept, people.refuse)}
            onChange={(answer) => set({ shifts: { ...values.shifts, [shift]: answer } })}
          />
        </div>
      ))}
      <div id="housing">
        <ChooseOne
          legend={people.housing}
          value={values.housing}
          choices={answers(people.need, people.noNeed)}
          onChange={(housing) => set({ housing })}
        />
      </div>
    </>
  );
}
