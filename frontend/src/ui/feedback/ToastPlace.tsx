import { lazy, Suspense, useRef, useSyncExternalStore } from 'react';
import { Spoken } from '../Spoken';
import { currentToasts, onToasts } from './toast';

const Toasts = lazy(() => import('./Toasts'));

/** Where toasts appear; what shows them is loaded with the first one, and stays for the next. */
export function ToastPlace() {
  const toasts = useSyncExternalStore(onToasts, currentToasts, currentToasts);
  const wasNeeded = useRef(false);
  wasNeeded.current ||= toasts.length > 0;
  return (
    <>
      {/* Here before the first toast, since screen readers miss a region that comes with its words. */}
      <div role="status">
        <Spoken>{toasts.at(-1)?.text}</Spoken>
      </div>
      <Suspense>{wasNeeded.current && <Toasts toasts={toasts} />}</Suspense>
    </>
  );
}
