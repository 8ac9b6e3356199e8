import { Trash2 } from 'lucide-react';
import { lazy, Suspense, use, useState } from 'react';
import type { List } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Button } from '../Button';
import { IconButton } from '../IconButton';
import { uiWords } from '../words';
import { KeptViewsContext, queryOf, viewOfKept } from './keptViews';
import styles from './ListPage.module.css';
import { keptSearch, type ListSearch, viewOf } from './listSearch';

const SaveView = lazy(() => import('./SaveView'));

export interface View<S> {
  label: string;
  search: S;
  count?: number | undefined;
}

interface Props<S extends ListSearch> {
  id: List;
  search: S;
  views: readonly View<S>[];
  onChoose: (search: S) => void;
}

/** Ready views and those somebody saved, each one press away. */
export function SavedViews<S extends ListSearch>({ id, search, views, onChoose }: Props<S>) {
  const t = useWords(uiWords);
  const kept = use(KeptViewsContext);
  const [isSaving, setSaving] = useState(false);
  const now = viewOf(search);
  const own = (kept?.views ?? []).filter(({ list }) => list === id);
  const known = [...views, ...own.map(viewOfKept<S>)];
  const current = own.find((view) => viewOf(viewOfKept<S>(view).search) === now);
  const canSave =
    kept !== undefined &&
    viewOf(keptSearch(search)) !== '[]' &&
    !known.some((view) => viewOf(view.search) === now);

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
          label={t.removeView(current.name)}
          onClick={() => kept?.drop(current.id)}
        />
      )}
      {isSaving && (
        <Suspense>
          <SaveView
            taken={known.map(({ label }) => label)}
            onClose={() => setSaving(false)}
            onSave={(name) => kept?.keep(id, name, queryOf(keptSearch(search)))}
          />
        </Suspense>
      )}
    </nav>
  );
}
