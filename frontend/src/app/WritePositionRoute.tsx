import { useNavigate, useParams } from '@tanstack/react-router';
import { WritePositionPage } from '../features/employers/WritePositionPage';
import { PositionBody, PositionHead } from '../features/positions/PositionView';

/** A new position, or one that is being changed. */
export function WritePositionRoute() {
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  return (
    <WritePositionPage
      key={id}
      {...(id && { id })}
      preview={(position) => (
        <>
          <PositionHead position={position} isInner />
          <PositionBody position={position} />
        </>
      )}
      onSaved={(saved, isPublished) =>
        void (isPublished
          ? navigate({ to: '/org/positions' })
          : navigate({ to: '/org/positions/$id', params: { id: saved } }))
      }
    />
  );
}
