import type { OwnProfile } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Card } from '../../ui/Card';
import { Details } from '../../ui/data/Details';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Switch } from '../../ui/form/Switch';
import { useSetVisible } from './api';
import { fileWords } from './file/words';
import { peopleWords } from './words';

/** Whether the profile is used at all, and what an employer then sees of it. */
export function Visibility({ profile, etag }: { profile: OwnProfile; etag: string }) {
  const t = useWords(fileWords);
  const shared = useWords(sharedWords);
  const change = useSetVisible();
  const { skills = [], degree, intentions } = profile;
  const { list } = useFormat();
  const people = useWords(peopleWords);
  // To employers a place is a township at most.
  const townships: Record<string, string> = people.townships;
  const township = townships[profile.division.code.slice(0, 9)];
  const names = list(skills.map(({ name }) => name));
  const titles = list(intentions?.titles ?? []);
  return (
    <Card>
      <h2>{t.preview}</h2>
      <Switch
        label={t.visible}
        hint={t.visibleWhat}
        isOn={profile.visible}
        onChange={(visible) => change.mutate({ visible, etag })}
      />
      {change.error && <ErrorNote title={t.failed} error={change.error} />}
      <p>{t.previewLead}</p>
      <Details
        items={[
          { label: t.previewName, value: profile.name },
          township != null && { label: t.previewPlace, value: township },
          titles !== '' && { label: t.previewWishes, value: titles },
          names !== '' && { label: t.previewSkills, value: names },
          degree != null && { label: t.previewDegree, value: shared.degree[degree] },
        ]}
      />
    </Card>
  );
}
