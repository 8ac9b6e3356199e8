import { Link } from '@tanstack/react-router';
import type { Duplicate } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { Banner } from '../../ui/feedback/Banner';
import { writingWords } from './writing/words';

/** Which of the enterprise's own positions this one repeats. It may still be published. */
export function DuplicateNote({ found }: { found: readonly Duplicate[] }) {
  const t = useWords(writingWords);
  const format = useFormat();
  if (found.length === 0) return null;
  return (
    <Banner tone="warn" title={t.repeats(found.length)} isNews>
      <ul>
        {found.map(({ id, title, published_on }) => (
          <li key={id}>
            <Link to="/org/positions/$id" params={{ id }}>
              {published_on ? t.repeated(title, format.day(published_on)) : t.repeatedDraft(title)}
            </Link>
          </li>
        ))}
      </ul>
      <p>{t.repeatsWhat}</p>
    </Banner>
  );
}
