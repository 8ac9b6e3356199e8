import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OwnProfile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { useHeadingFocus } from '../../../lib/useHeadingFocus';
import { BackLink } from '../../../ui/BackLink';
import { Page } from '../../../ui/Page';
import { Claim } from '../Claim';
import { Consents } from '../Consents';
import { BasicPart } from './BasicPart';
import { CertificateForm } from './CertificateForm';
import { CertificateList } from './CertificateList';
import { EducationPart } from './EducationPart';
import { EntryForm } from './EntryForm';
import { EntryList } from './EntryList';
import { IdentityForm } from './IdentityForm';
import { PartForm } from './PartForm';
import { answersOf } from './parts';
import type { Place } from './places';
import { SkillsPart, useSkillFaults } from './SkillsPart';
import type { Part } from './search';
import type { Opened, Start } from './useElsewhere';
import { WishesFlow } from './WishesFlow';
import { ownWords } from './words';

interface Props {
  part: Part;
  profile: OwnProfile;
  etag: string;
  about?: string | undefined;
  entry?: string | undefined;
  onReload: () => Promise<unknown>;
  /** Names this page, once it is not the first that is shown. */
  arrived: string | undefined;
}

/** One part of one's own profile on a page of its own. */
export default function PartPage({ part, arrived, onReload, ...rest }: Props) {
  const t = useWords(ownWords);
  const { title, lead } = t.part[part];
  const navigate = useNavigate();
  const { entry } = rest;
  // Who reads anew begins anew, with what stands on the server now.
  const [reads, setReads] = useState(0);
  // What was typed on a page whose saving failed for a field of this one.
  const [brought, setBrought] = useState<{ to: Place; start: Start }>();
  const isHere = brought?.to.part === part && brought.to.entry === entry;
  useTitle(title);
  return (
    <Page
      title={title}
      lead={lead}
      heading={useHeadingFocus(arrived)}
      back={<BackLink to="/me/profile">{entry ? t.backOne : t.back}</BackLink>}
    >
      <Questions
        key={`${part} ${entry} ${reads}`}
        part={part}
        {...rest}
        brought={isHere ? brought.start : undefined}
        onElsewhere={(to, start) => {
          setBrought({ to, start });
          const { hash, ...search } = to;
          void navigate({ to: '/me/profile', search, hash });
        }}
        onReload={async () => {
          await onReload();
          setBrought(undefined);
          setReads(reads + 1);
        }}
      />
    </Page>
  );
}

interface QuestionsProps extends Omit<Props, 'arrived'>, Pick<Opened, 'onElsewhere'> {
  brought: Start | undefined;
}

function Questions(props: QuestionsProps) {
  const { part, profile, etag, about, entry, brought, onElsewhere, onReload } = props;
  // What was read when the form opened is what the answers change.
  const [start] = useState(() => brought ?? { own: profile, etag, answers: answersOf(profile) });
  const opened = { start, onElsewhere, onReload };
  const skillFaults = useSkillFaults();
  switch (part) {
    case 'basic':
      if (entry) return <IdentityForm profile={profile} etag={etag} onReload={onReload} />;
      return <BasicPart profile={profile} />;
    case 'consents':
      return <Consents />;
    case 'claim':
      return <Claim hasOwn />;
    case 'wishes':
      return <WishesFlow {...opened} />;
    case 'service':
    case 'work': {
      const kind = part === 'work' ? 'experiences' : part;
      if (!entry) return <EntryList kind={kind} part={part} profile={profile} />;
      return <EntryForm {...{ kind, part, entry }} {...opened} />;
    }
    case 'certificates':
      if (!entry) return <CertificateList profile={profile} about={about} />;
      return <CertificateForm entry={entry} about={about} {...opened} />;
    case 'education':
      return (
        <PartForm part={part} {...opened}>
          {(form) => <EducationPart form={form} />}
        </PartForm>
      );
    case 'skills':
      return (
        <PartForm part={part} check={skillFaults} {...opened}>
          {(form) => <SkillsPart form={form} about={about} />}
        </PartForm>
      );
  }
}
