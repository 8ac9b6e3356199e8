import { useState } from 'react';
import type { OwnProfile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { BackLink } from '../../../ui/BackLink';
import { Page } from '../../../ui/Page';
import { Claim } from '../Claim';
import { Consents } from '../Consents';
import { BasicPart } from './BasicPart';
import { EntriesPart } from './EntriesPart';
import { IdentityForm } from './IdentityForm';
import { CertificatesPart, EducationPart } from './PapersPart';
import { PartForm } from './PartForm';
import { SkillsPart } from './SkillsPart';
import type { Part } from './search';
import { WishesFlow } from './WishesFlow';
import { ownWords } from './words';

interface Props {
  part: Part;
  profile: OwnProfile;
  etag: string;
  about?: string | undefined;
  entry?: string | undefined;
  onReload: () => Promise<unknown>;
}

/** One part of one's own profile on a page of its own. */
export default function PartPage({ part, onReload, ...rest }: Props) {
  const t = useWords(ownWords);
  const { title, lead } = t.part[part];
  // Who reads anew begins anew, with what stands on the server now.
  const [reads, setReads] = useState(0);
  useTitle(title);
  return (
    <Page
      title={title}
      lead={lead}
      back={<BackLink to="/me/profile">{rest.entry ? t.backOne : t.back}</BackLink>}
    >
      <Questions
        key={`${part} ${reads}`}
        part={part}
        {...rest}
        onReload={async () => {
          await onReload();
          setReads(reads + 1);
        }}
      />
    </Page>
  );
}

function Questions({ part, profile, etag, about, entry, onReload }: Props) {
  if (part === 'basic' && entry) {
    return <IdentityForm profile={profile} etag={etag} onReload={onReload} />;
  }
  if (part === 'basic') return <BasicPart profile={profile} />;
  if (part === 'consents') return <Consents />;
  if (part === 'claim') return <Claim hasOwn />;
  if (part === 'wishes') return <WishesFlow profile={profile} etag={etag} onReload={onReload} />;
  if (part === 'service' || part === 'work') {
    return <EntriesPart {...{ part, entry, profile, etag, onReload }} />;
  }
  return (
    <PartForm profile={profile} etag={etag} onReload={onReload}>
      {(form) => {
        if (part === 'education') return <EducationPart form={form} />;
        if (part === 'certificates') return <CertificatesPart form={form} about={about} />;
        return <SkillsPart form={form} about={about} />;
      }}
    </PartForm>
  );
}
