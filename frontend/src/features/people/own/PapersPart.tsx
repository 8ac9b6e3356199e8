import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { Button } from '../../../ui/Button';
import { ChooseMany } from '../../../ui/form/Choices';
import { Select } from '../../../ui/form/Select';
import type { FormState } from '../../../ui/form/useForm';
import { isListed, licences, withAdded } from '../draft';
import { peopleWords } from '../words';
import { ListBox } from './ListBox';
import type { Answers } from './parts';
import { ownWords } from './words';

interface Props {
  form: FormState<Answers>;
}

export function EducationPart({ form }: Props) {
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

/** Certificates in one's own words, driving licences by their class. */
export function CertificatesPart({ form, about }: Props & { about: string | undefined }) {
  const t = useWords(ownWords);
  const people = useWords(peopleWords);
  const { certificates, licences: held } = form.values;
  return (
    <>
      {about && !isListed(certificates, about) && (
        <p>
          <Button
            variant="secondary"
            onClick={() => form.set({ certificates: withAdded(certificates, about) })}
          >
            {t.addAbout(about)}
          </Button>
        </p>
      )}
      <ListBox
        label={t.certificates}
        hint={t.certificatesHint}
        find={async () => []}
        max={40}
        {...form.field('certificates')}
      />
      <ChooseMany
        legend={people.licences}
        choices={[...new Set([...licences, ...held])].map((value) => ({ value, label: value }))}
        {...form.list('licences')}
      />
    </>
  );
}
