import type { OwnProfile } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { ButtonLink } from '../../../ui/Button';
import { EntryCard } from './EntryCard';
import { answersOf, applyAnswers, type Paper } from './parts';
import { LICENCE } from './places';
import { ownWords } from './words';

interface Props {
  profile: OwnProfile;
  /** What a question was about; it is offered until it is listed. */
  about: string | undefined;
}

/** As many as the server keeps, with the licences. */
const PAPERS_MAX = 30;

/** The certificates and driving licences that are told so far, each with the way to change it. */
export function CertificateList({ profile, about }: Props) {
  const t = useWords(ownWords);
  const { list } = useFormat();
  const datesOf = useDates();
  const { certificates } = answersOf(profile);
  const licences = certificates.filter(isLicence);
  const entries = certificates.flatMap((paper, at) =>
    paper.kind === 'certificate'
      ? [{ key: String(at), name: paper.name, note: datesOf(paper), papers: [paper] }]
      : [],
  );
  if (licences.length > 0) {
    const name = t.licencesOf(list(licences.map((one) => one.name)));
    entries.push({ key: LICENCE, name, note: '', papers: licences });
  }
  const isNew = about && !certificates.some(({ name }) => name === about);
  return (
    <EntryCard
      part="certificates"
      title={t.papers(entries.length)}
      entries={entries}
      removal={({ papers }) => ({
        out: (own) => changed(own, (now) => now.filter((one) => !isAmong(one, papers))),
        back: (own) =>
          changed(own, (now) => [...now, ...papers.filter((one) => !isAmong(one, now))]),
      })}
    >
      {certificates.length < PAPERS_MAX && (
        <>
          <ButtonLink
            to="/me/profile"
            search={{ part: 'certificates', entry: 'new', ...(isNew && { about }) }}
          >
            {isNew ? t.addAbout(about) : t.addCertificate}
          </ButtonLink>
          {licences.length === 0 && (
            <ButtonLink
              to="/me/profile"
              search={{ part: 'certificates', entry: LICENCE }}
              variant="secondary"
            >
              {t.addLicence}
            </ButtonLink>
          )}
        </>
      )}
    </EntryCard>
  );
}

function useDates() {
  const t = useWords(ownWords);
  const { day } = useFormat();
  return ({ issued_on, expires_on }: Paper) =>
    [issued_on && t.issued(day(issued_on)), expires_on && t.expires(day(expires_on))]
      .filter(Boolean)
      .join(t.comma);
}

function changed(own: OwnProfile, change: (papers: Paper[]) => Paper[]) {
  const answers = answersOf(own);
  return applyAnswers(own, { ...answers, certificates: change(answers.certificates) });
}

function isLicence({ kind }: Paper): boolean {
  return kind === 'driving_licence';
}

function isAmong(one: Paper, papers: readonly Paper[]): boolean {
  return papers.some(({ kind, name }) => kind === one.kind && name === one.name);
}
