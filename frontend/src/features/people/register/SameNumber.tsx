import { Link } from '@tanstack/react-router';
import type { Person, PersonFile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Banner } from '../../../ui/feedback/Banner';
import styles from './person.module.css';
import { registerWords } from './words';

interface Props {
  person: Person;
  same: PersonFile['same_id_number'];
}

/** Other files that claim the same ID number: which they are, and what to do. */
export function SameNumber({ person, same }: Props) {
  const t = useWords(registerWords);
  const { here, elsewhere } = same;
  if (here.length + elsewhere === 0) return null;
  return (
    <Banner tone="warn" title={t.sameNumber(here.length + elsewhere)}>
      <p>{person.verification === 'verified' ? t.sameNumberVerified : t.sameNumberAdvice}</p>
      <ul className={styles.links}>
        {here.map(({ id, name, division, verification }) => (
          <li key={id}>
            <Link to="/people/$id" params={{ id }}>
              {t.sameNumberOne(name, division.name, t.verification[verification])}
            </Link>
          </li>
        ))}
      </ul>
      {elsewhere > 0 && <p>{t.sameNumberElsewhere(elsewhere)}</p>}
    </Banner>
  );
}

/** After a refusal: the files that hold the number already, as far as they may be opened. */
export function FilesWithNumber({ ids }: { ids: readonly string[] }) {
  const t = useWords(registerWords);
  return (
    <Banner tone="warn" isNews title={t.numberTaken}>
      <p>{ids.length > 0 ? t.numberTakenHere : t.numberTakenElsewhere}</p>
      <div className={styles.links}>
        {ids.map((id, index) => (
          <Link key={id} to="/people/$id" params={{ id }}>
            {t.openFile(index + 1, ids.length)}
          </Link>
        ))}
      </div>
    </Banner>
  );
}
