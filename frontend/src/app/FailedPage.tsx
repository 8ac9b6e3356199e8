import { useWords } from '../i18n/locale';
import { useTitle } from '../lib/useTitle';
import { ErrorNote } from '../ui/feedback/ErrorNote';
import { Page } from '../ui/Page';
import { appWords } from './words';

/** What stands in place of a page that broke; the header and the way out remain. */
export function FailedPage({ error }: { error: unknown }) {
  const t = useWords(appWords);
  useTitle(t.failed);
  return (
    <Page title={t.failed}>
      <ErrorNote error={error} onRetry={() => location.reload()} />
    </Page>
  );
}
