import { lazy, Suspense, useSyncExternalStore } from 'react';
import { currentQuestion, onQuestion } from '../api/reentry';

const SignInAgain = lazy(() => import('../features/access/SignInAgain'));

/** Asks to sign in again when the session ended under an open page. */
export function SessionGuard() {
  const answer = useSyncExternalStore(onQuestion, currentQuestion, currentQuestion);
  return <Suspense>{answer && <SignInAgain onAnswer={answer} />}</Suspense>;
}
