import type { Requirement } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import styles from './Requirements.module.css';
import { positionWords } from './words';

/** What one must have, apart from what is merely welcome. */
export function Requirements({ requirements }: { requirements: Requirement[] }) {
  const t = useWords(positionWords);
  const must = requirements.filter((requirement) => requirement.must);
  const nice = requirements.filter((requirement) => !requirement.must);
  if (requirements.length === 0) return <p>{t.noRequirements}</p>;
  return (
    <dl className={styles.groups}>
      <Group title={t.must} requirements={must} />
      <Group title={t.nice} requirements={nice} />
    </dl>
  );
}

function Group({ title, requirements }: { title: string; requirements: Requirement[] }) {
  const shared = useWords(sharedWords);
  if (requirements.length === 0) return null;
  return (
    <div>
      <dt className={styles.title}>{title}</dt>
      {requirements.map(({ kind, name }) => (
        <dd key={`${kind} ${name}`}>
          {name} <span className={styles.kind}>{shared.requirementKind[kind]}</span>
        </dd>
      ))}
    </div>
  );
}
