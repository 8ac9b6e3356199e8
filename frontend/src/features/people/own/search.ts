/** Those that say something about the person, in the order they are usually told. */
export const tasks = [
  'basic',
  'service',
  'education',
  'certificates',
  'work',
  'skills',
  'wishes',
  'consents',
] as const;

export type Part = (typeof tasks)[number] | 'claim';

function readPart(text: unknown): Part | undefined {
  return [...tasks, 'claim' as const].find((part) => part === text);
}

export interface ProfileSearch {
  /** A skill or certificate that a question was about. */
  about?: string;
  part?: Part;
  /** Which entry of the part's list is open: its id, or `new`. In `basic`, `edit` is the form. */
  entry?: string;
}

export function readProfileSearch({ about, part, entry }: Record<string, unknown>): ProfileSearch {
  const known = readPart(part);
  return {
    ...(typeof about === 'string' && about.length <= 60 && { about }),
    ...(known && { part: known }),
    ...(known && typeof entry === 'string' && /^[\w-]{1,40}$/.test(entry) && { entry }),
  };
}
