import { useState } from 'react';
import type { OwnProfile } from '../../../api/types';
import { useSaveProfile } from '../api';
import { EntryForm } from './EntryForm';
import { EntryList } from './EntryList';
import { answersOf } from './parts';

interface Props {
  part: 'service' | 'work';
  entry: string | undefined;
  profile: OwnProfile;
  etag: string;
  onReload: () => void;
}

/** Service or work: the list of its entries, or one of them. */
export function EntriesPart({ part, entry, profile, etag, onReload }: Props) {
  const kind = part === 'work' ? 'experiences' : part;
  if (!entry) return <EntryList kind={kind} part={part} profile={profile} />;
  return <OpenEntry kind={kind} {...{ part, entry, profile, etag, onReload }} />;
}

interface OpenProps extends Props {
  kind: 'service' | 'experiences';
  entry: string;
}

/** What was refused stays known from one entry to the next. */
function OpenEntry({ profile, etag, ...props }: OpenProps) {
  const save = useSaveProfile();
  // What was read when the first form opened is what the answers change.
  const [start] = useState({ own: profile, etag });
  const [answers, setAnswers] = useState(() => answersOf(profile));
  return (
    <EntryForm
      key={props.entry}
      {...props}
      {...start}
      save={save}
      answers={answers}
      onOther={setAnswers}
    />
  );
}
