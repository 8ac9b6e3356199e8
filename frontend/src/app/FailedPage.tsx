import { useWords } from '../i18n/locale';
import { useTitle } from '../i18n/useTitle';
import { ButtonLink } from '../ui/Button';
import { ErrorNote } from '../ui/feedback/ErrorNote';
import { Page } from '../ui/Page';
import { NotForYou } from './access';
import { appWords } from './words';

/** What stands in place of a page that broke or is for others; what is around it remains. */
export function FailedPage({ error }: { error: unknown }) {
  const t = useWords(appWords);
  const isForOthers = error instanceof NotForYou;
  const title = isForOthers ? t.notForYou : t.failed;
  useTitle(title);
  if (!isForOthers) {
    return (
      <Page title={title}>
        <ErrorNote error={error} onRetry={() => location.reload()} />
      </Page>
    );
  }
  return (
    <Page title={title} lead={t.notForYouAdvice}>
      <p>
        <ButtonLink to="/">{t.toStart}</ButtonLink>
      </p>
    </Page>
  );
}
