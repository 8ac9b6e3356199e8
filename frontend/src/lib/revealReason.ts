// Why somebody looks at personal data: asked once, kept in memory until the page is closed.

let given: string | undefined;

export function revealReason(): string | undefined {
  return given;
}

export function keepRevealReason(reason: string) {
  given = reason;
}

/** With the session, so that the next person gives their own. */
export function forgetRevealReason() {
  given = undefined;
}
