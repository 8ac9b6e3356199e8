import type { Unlawful } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Banner } from '../../ui/feedback/Banner';
import { writingWords } from './writing/words';

interface Props {
  found: readonly Unlawful[];
  /** The text they stand in. */
  at: string;
}

/** Each word that may not stand in a position, under which rule, and what to write instead. */
export function UnlawfulNote({ found, at }: Props) {
  const t = useWords(writingWords);
  return found
    .filter(({ pointer }) => pointer === at)
    .map(({ matched, rule, instead }) => (
      <Banner key={`${matched} ${rule}`} tone="warn" title={t.unlawful(matched)} isNews>
        {/* The law, and what to write, come from the server in Chinese. */}
        <p lang="zh-CN">{instead}</p>
        <p lang="zh-CN">{t.rule(rule)}</p>
        <p>{t.publishFirst}</p>
      </Banner>
    ));
}
