// Why somebody looks at personal data: asked once, kept in memory until the page is closed.

/** The reasons the server takes down, by its codes. */
export type RevealReason = 'contact' | 'verification' | 'application' | 'correction';

let given: RevealReason | undefined;

export function revealReason(): RevealReason | undefined {
  return given;
}

export function keepRevealReason(reason: RevealReason) {
  given = reason;
}

/** With the session, so that the next person gives their own. */
export function forgetRevealReason() {
  given = undefined;
}
