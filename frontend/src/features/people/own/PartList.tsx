import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OwnProfile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { TaskList } from '../../../ui/form/TaskList';
import { consentsQuery } from '../api';
import { stateOf } from './parts';
import { type Part, tasks } from './search';
import { ownWords } from './words';

/** What there is to say, part by part, in any order. */
export function PartList({ profile }: { profile: OwnProfile }) {
  const t = useWords(ownWords);
  const { data: consents = [] } = useQuery(consentsQuery);
  const { kind, service = [] } = profile;
  const shown = tasks.filter(
    (part) => part !== 'service' || kind === 'veteran' || service.length > 0,
  );
  return (
    <Card>
      <TaskList
        tasks={shown.map((part) => ({
          key: part,
          title: <PartLink part={part} />,
          state: stateOf(part, profile, consents),
        }))}
      />
      {profile.verification !== 'verified' && (
        <p>
          <PartLink part="claim" />
        </p>
      )}
      <p>
        <Link to="/me/account">{t.account}</Link>
      </p>
      <p>
        <ButtonLink to="/me/matches" variant="secondary">
          {t.seeMatches}
        </ButtonLink>
      </p>
    </Card>
  );
}

export function PartLink({ part }: { part: Part }) {
  const t = useWords(ownWords);
  return (
    <Link to="/me/profile" search={{ part }}>
      {t.part[part].title}
    </Link>
  );
}
