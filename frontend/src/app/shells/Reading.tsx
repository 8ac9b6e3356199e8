import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../i18n/locale';
import { languageNames } from '../../i18n/messages.zh';
import { Button } from '../../ui/Button';
import { usePreferences } from '../PreferencesContext';
import { appWords } from '../words';
import styles from './Header.module.css';

const ReadingDialog = lazy(() => import('./ReadingDialog'));

/** How to read: large text and the other language at once; size, theme and density behind a button. */
export function Reading({ withDensity }: { withDensity?: boolean }) {
  const t = useWords(appWords);
  const { preferences, choose } = usePreferences();
  const [isOpen, setOpen] = useState(false);
  const other = preferences.locale === 'zh' ? 'en' : 'zh';
  const isElder = preferences.size === 'elder';
  return (
    <div className={styles.reading}>
      <Button
        variant="quiet"
        aria-pressed={isElder}
        onClick={() => choose({ ...preferences, size: isElder ? 'standard' : 'elder' })}
      >
        {t.elder}
      </Button>
      <Button variant="quiet" onClick={() => choose({ ...preferences, locale: other })}>
        <span lang={other === 'zh' ? 'zh-CN' : 'en'}>{languageNames[other]}</span>
      </Button>
      <Button variant="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t.display}
      </Button>
      <Suspense>
        {isOpen && <ReadingDialog withDensity={withDensity} onClose={() => setOpen(false)} />}
      </Suspense>
    </div>
  );
}
