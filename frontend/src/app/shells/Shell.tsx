import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef } from 'react';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { ToastPlace } from '../../ui/feedback/ToastPlace';
import { PublicShell } from './PublicShell';

const StaffShell = lazy(() => import('./StaffShell'));
const KioskShell = lazy(() => import('./KioskShell'));

/** What stands around every page: which of the shells, its row in the table of routes says. */
export function Shell() {
  const shell = useMatches({ select: (matches) => matches.at(-1)?.staticData.shell });
  const Around = shell === 'staff' ? StaffShell : shell === 'kiosk' ? KioskShell : PublicShell;
  return (
    <>
      <Suspense fallback={<Skeleton />}>
        <Around>
          <Outlet />
        </Around>
      </Suspense>
      <ToastPlace />
    </>
  );
}

export interface ShellProps {
  /** The page. */
  children: ReactNode;
}

/** A new page starts at its top for the keyboard and the screen reader, too. */
export function useFocusOnArrival(main: RefObject<HTMLElement | null>) {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const last = useRef(path);
  useEffect(() => {
    if (last.current !== undefined && last.current !== path) {
      main.current?.focus({ preventScroll: true });
    }
    last.current = path;
  }, [path, main]);
}
