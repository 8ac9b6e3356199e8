import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../api/session';
import { useWords } from '../../../i18n/locale';
import { showToast } from '../../../ui/feedback/toast';
import { KeptViewsContext } from '../../../ui/list/keptViews';
import { useDropView, useKeepView, viewsQuery } from './api';
import { viewWords } from './words';

/** Gives every list below it the views that the account keeps on the server. */
export function KeptViews({ children }: { children: ReactNode }) {
  const t = useWords(viewWords);
  const isSignedIn = useSession()?.account != null;
  const { data } = useQuery({ ...viewsQuery, enabled: isSignedIn });
  const keep = useKeepView();
  const drop = useDropView();
  // Gone from the screen; the server hears of it when the time to think is over.
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const views = data?.filter(({ id }) => !leaving.includes(id));

  function leave(id: string) {
    const name = data?.find((view) => view.id === id)?.name ?? '';
    const stay = () => setLeaving((ids) => ids.filter((one) => one !== id));
    setLeaving((ids) => [...ids, id]);
    showToast({
      text: t.dropped(name),
      onUndo: stay,
      onEnd: () => drop.mutate(id, { onError: stay }),
    });
  }

  const kept = views && {
    views,
    keep: (list: Parameters<typeof keep.mutateAsync>[0]['list'], name: string, query: string) =>
      keep.mutateAsync({ list, name, query }),
    drop: leave,
  };
  return <KeptViewsContext value={kept}>{children}</KeptViewsContext>;
}
