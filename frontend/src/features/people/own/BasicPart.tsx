import { Link } from '@tanstack/react-router';
import type { OwnProfile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Details } from '../../../ui/data/Details';
import { ownWords } from './words';

/** Who somebody is, as it is on file, with the way to correct it. */
export function BasicPart({ profile }: { profile: OwnProfile }) {
  const t = useWords(ownWords);
  return (
    <Card>
      <Details
        items={[
          { label: t.name, value: profile.name },
          { label: t.idNumber, value: profile.id_number ?? t.notGiven },
          { label: t.mobile, value: profile.mobile ?? t.notGiven },
          { label: t.division, value: profile.division.name },
          { label: t.verification, value: t.state[profile.verification] },
        ]}
      />
      {profile.verification !== 'verified' && (
        <p>
          {t.verifyHow} <Link to="/stations">{t.toStations}</Link>
        </p>
      )}
      <p>
        <ButtonLink to="/me/profile" search={{ part: 'basic', entry: 'edit' }} variant="secondary">
          {t.correct}
        </ButtonLink>
      </p>
    </Card>
  );
}
