import { Link } from '@tanstack/react-router';
import type { PersonFile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { useIssueCode } from './api';
import type { GivenCode } from './PersonPage';
import styles from './person.module.css';
import { Unlink } from './Unlink';
import { registerWords } from './words';

interface Props {
  file: PersonFile;
  etag: string;
  onGiven: (code: GivenCode) => void;
}

/** What else can be done for somebody who stands at the counter. */
export function Codes({ file, etag, onGiven }: Props) {
  const t = useWords(registerWords);
  const { person, has_account: hasAccount } = file;
  const issue = useIssueCode(person.id);
  const kind = hasAccount ? 'password' : 'claim';
  const mayIssue = !hasAccount || person.verification === 'verified';
  return (
    <Card>
      <h2>{t.more}</h2>
      <div className={styles.links}>
        <Link to="/people/$id/matches" params={{ id: person.id }}>
          {t.seeMatches}
        </Link>
      </div>
      <h3>{t.codes[kind].title}</h3>
      <p className={styles.note}>{mayIssue ? t.codes[kind].what : t.codeNeedsVerification}</p>
      {mayIssue && (
        <div>
          <Button
            variant="secondary"
            isPending={issue.isPending}
            onClick={() => issue.mutate(kind, { onSuccess: (code) => onGiven({ ...code, kind }) })}
          >
            {t.codes[kind].give}
          </Button>
        </div>
      )}
      {hasAccount && <Unlink id={person.id} etag={etag} name={person.name} />}
      {issue.error && <ErrorNote error={issue.error} title={t.notGiven} />}
    </Card>
  );
}
