/** Whom and what is looked at, by their ids. */
export interface Pair {
  person: string;
  position: string;
}

/** The id in what somebody pastes: itself, or the address of a page about it. */
export function idIn(text: string): string | undefined {
  return text.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i)?.[0].toLowerCase();
}
