import { Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../i18n/locale';
import { Button } from '../Button';
import { IconButton } from '../IconButton';
import { uiWords } from '../words';
import styles from './ListPage.module.css';
import { keptSearch, type ListSearch, viewOf } from './listSearch';
import { keepViews, readViews } from './savedViews';

const SaveView = lazy(() => import('./SaveView'));

export interface View<S> {
  label: string;
  search: S;
  count?: number | undefined;
}

interface Props<S extends ListSearch> {
  id: string;
  search: S;
  views: readonly View<S>[];
  onChoose: (search: S) => void;
}

/** Ready views and those somebody saved on this device, each one press away. */
export function SavedViews<S extends ListSearch>({ id, search, views, onChoose }: Props<S>) {
  const t = useWords(uiWords);
  const [own, setOwn] = useState(() => readViews<S>(id));
  const [isSaving, setSaving] = useState(false);
  const now = viewOf(search);
  const known = [...views, ...own];
  const current = own.find((view) => viewOf(view.search) === now);
  const canSave = now !== '[]' && !known.some((view) => viewOf(view.search) === now);

  function keep(changed: View<S>[]) {
    setOwn(changed);
    keepViews(id, changed);
  }

  if (known.length === 0 && !canSave) return null;
  return (
    <nav className={styles.views} aria-label={t.views}>
      {known.map((view) => (
        <Button
          key={view.label}
          variant="secondary"
          aria-pressed={viewOf(view.search) === now}
          onClick={() => onChoose(view.search)}
        >
          {view.label}
          {view.count !== undefined && <span className={styles.viewCount}>{view.count}</span>}
        </Button>
      ))}
      {canSave && (
        <Button variant="quiet" onClick={() => setSaving(true)}>
          {t.saveView}
        </Button>
      )}
      {current && (
        <IconButton
          icon={Trash2}
          label={t.removeView(current.label)}
          onClick={() => keep(own.filter((view) => view !== current))}
        />
      )}
      {isSaving && (
        <Suspense>
          <SaveView
            taken={known.map(({ label }) => label)}
            onClose={() => setSaving(false)}
            onSave={(label) => {
              keep([...own, { label, search: keptSearch(search) }]);
              setSaving(false);
            }}
          />
        </Suspense>
      )}
    </nav>
  );
}
