import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { OwnPosition, PositionDetail } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { BackLink } from '../../ui/BackLink';
import { Banner } from '../../ui/feedback/Banner';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { WidePage } from '../../ui/WidePage';
import { organisationsQuery } from './api';
import { draftOf } from './draft';
import { PositionForm } from './PositionForm';
import { previewOf } from './preview';
import { ownPositionQuery } from './writing/api';
import { writingWords } from './writing/words';

interface Props {
  /** Nothing for a new one. */
  id?: string;
  /** The position as somebody who looks for work sees it. */
  preview: (position: PositionDetail) => ReactNode;
  onSaved: (id: string, isPublished: boolean) => void;
}

/** A position being written: the form, and beside it what it will look like. */
export function WritePositionPage({ id, preview, onSaved }: Props) {
  const t = useWords(writingWords);
  const organisations = useQuery(organisationsQuery);
  const position = useQuery({ ...ownPositionQuery(id ?? ''), enabled: id !== undefined });
  // A form that is open stays, even when somebody else closes the position meanwhile.
  const [wasClosed, setWasClosed] = useState<boolean>();
  if (wasClosed === undefined && position.data) setWasClosed(position.data.state === 'closed');
  const title = id ? t.editTitle : t.newTitle;
  useTitle(title);
  const error = organisations.error ?? position.error;
  const isReady = organisations.data && (!id || position.data);

  const reload = () => void Promise.all([organisations.refetch(), id && position.refetch()]);

  return (
    <WidePage title={title} lead={t.lead} back={<BackLink to="/org/positions">{t.back}</BackLink>}>
      {error && !isReady && <ErrorNote error={error} onRetry={reload} />}
      {!isReady && !error && <Skeleton cards={2} />}
      {isReady &&
        (position.data && wasClosed ? (
          <Closed position={position.data} preview={preview} />
        ) : (
          <PositionForm
            organisations={organisations.data.items}
            position={position.data}
            preview={preview}
            onSaved={onSaved}
          />
        ))}
    </WidePage>
  );
}

function Closed({ position, preview }: { position: OwnPosition } & Pick<Props, 'preview'>) {
  const t = useWords(writingWords);
  return (
    <>
      <Banner tone="info" title={t.closed}>
        {t.closedAdvice}
      </Banner>
      {preview(previewOf(draftOf(position), { name: position.enterprise_name }, t))}
    </>
  );
}
