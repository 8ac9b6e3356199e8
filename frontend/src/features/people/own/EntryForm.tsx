import { useState } from 'react';
import { newKey } from '../../../api/client';
import { useWords } from '../../../i18n/locale';
import { type Stretch, stretchLacks } from '../draft';
import { historyWords } from '../history/words';
import { EntryFields } from './EntryFields';
import { PartForm } from './PartForm';
import type { Answers } from './parts';
import type { Opened } from './useElsewhere';

type Kind = 'service' | 'experiences';

interface Props extends Opened {
  kind: Kind;
  part: 'service' | 'work';
  entry: string;
  onReload: () => void;
}

/** One stretch of service or work on a page of its own. */
export function EntryForm({ kind, entry, ...opened }: Props) {
  const history = useWords(historyWords);
  const [initial] = useState(() => withFresh(opened.start.answers, kind, entry));
  const index = indexOf(initial, kind, entry);
  return (
    <PartForm
      {...opened}
      entry={{ key: initial[kind][index]?.id, isNew: entry === NEW }}
      initial={initial}
      check={(values) => {
        const stretch = values[kind][index];
        const lacks = stretch && stretchLacks(stretch);
        return lacks ? { [`${kind}/${index}/${lacks}`]: history.lacks[lacks] } : {};
      }}
    >
      {(form) => <EntryFields kind={kind} index={index} form={form} />}
    </PartForm>
  );
}

const NEW = 'new';

/** An entry that somebody else took out in the meantime begins anew. */
function indexOf(answers: Answers, kind: Kind, entry: string): number {
  const at = answers[kind].findIndex(({ id }) => id === entry);
  return at < 0 ? answers[kind].length - 1 : at;
}

function withFresh(answers: Answers, kind: Kind, entry: string): Answers {
  if (entry !== NEW && answers[kind].some(({ id }) => id === entry)) return answers;
  const fresh: Stretch = { id: newKey(), title: '', from: '', to: '', text: '' };
  if (kind === 'service') fresh.branch = 'army';
  return { ...answers, [kind]: [...answers[kind], fresh] };
}
