import { useWords } from '../i18n/locale';
import { useTitle } from '../i18n/useTitle';
import { ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { appWords } from './words';

export function NotFoundPage() {
  const t = useWords(appWords);
  useTitle(t.notFoundTab);
  return (
    <Page title={t.notFound} lead={t.notFoundAdvice}>
      <p>
        <ButtonLink to="/">{t.toStart}</ButtonLink>
      </p>
    </Page>
  );
}
