// Signing in again without leaving the page. A call that finds the session ended waits here until the
// person is back, and is then sent again; what they typed stays where it is.

const SIGNED_IN = 'signed_in';

/** Somebody is, or was a moment ago, signed in here. */
export function wasSignedIn(): boolean {
  return localStorage.getItem(SIGNED_IN) !== null;
}

export function rememberSignedIn(isSignedIn: boolean) {
  if (isSignedIn) localStorage.setItem(SIGNED_IN, '1');
  else localStorage.removeItem(SIGNED_IN);
}

/** Answers every call that waits: true, signed in again; false, given up. */
type Answer = (isBack: boolean) => void;

let waiting: { promise: Promise<boolean>; answer: Answer } | null = null;
const listeners = new Set<() => void>();

/** Asks the person to sign in again. Nobody is asked where no page listens or nobody was here. */
export function askAgain(): Promise<boolean> {
  if (waiting) return waiting.promise;
  if (listeners.size === 0 || !wasSignedIn()) return Promise.resolve(false);
  let answer: Answer = () => {};
  const promise = new Promise<boolean>((resolve) => {
    answer = (isBack) => {
      waiting = null;
      resolve(isBack);
      tell();
    };
  });
  waiting = { promise, answer };
  tell();
  return promise;
}

/** What the dialog answers with; null while nobody is asked. */
export function currentQuestion(): Answer | null {
  return waiting?.answer ?? null;
}

export function onQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  for (const listener of listeners) listener();
}
