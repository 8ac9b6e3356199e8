import { roles, useSession } from '../api/session';
import { useWords } from '../i18n/locale';
import { useTitle } from '../i18n/useTitle';
import { sharedWords } from '../i18n/words';
import { ButtonLink } from '../ui/Button';
import { Card } from '../ui/Card';
import { Page } from '../ui/Page';
import styles from './StartPage.module.css';
import { startWords } from './start/words';

/** For roles without pages of their own yet: what they can do today, and what is being made. */
export function StartPage() {
  const t = useWords(startWords);
  const shared = useWords(sharedWords);
  const held = roles(useSession());
  useTitle(t.title);
  return (
    <Page title={t.title} lead={held.length === 0 ? t.noRole : t.lead}>
      {held.map(({ role, organisation_id: organisation }) => (
        <Card key={`${role} ${organisation}`}>
          <h2>{shared.role[role]}</h2>
          <h3>{t.now}</h3>
          <ul className={styles.list}>
            {t.roles[role].now.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <h3>{t.coming}</h3>
          <ul className={styles.list}>
            {t.roles[role].coming.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </Card>
      ))}
      <p>
        {held.length === 0 && (
          <>
            <ButtonLink to="/org/verify">{t.verify}</ButtonLink>{' '}
          </>
        )}
        <ButtonLink to="/positions" variant="secondary">
          {t.search}
        </ButtonLink>
      </p>
    </Page>
  );
}
