import { useQuery } from '@tanstack/react-query';
import type { Candidate, PositionCard } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { sharedWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/Button';
import { Bar } from '../../ui/data/Bar';
import { Pill } from '../../ui/data/Pill';
import { Banner } from '../../ui/feedback/Banner';
import { Empty } from '../../ui/feedback/Empty';
import { ListPage } from '../../ui/list/ListPage';
import type { ListSearch } from '../../ui/list/listSearch';
import type { Column } from '../../ui/list/Table';
import { candidatesQuery, exportCandidates, positionForQuery } from './api';
import styles from './CandidatesPage.module.css';
import { Explanation } from './Explanation';
import { gapCount, tellingLine, unknownCount, useFindings } from './findings';
import { ReachNote } from './ReachNote';
import { matchingWords } from './words';

interface Props {
  positionId: string;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
}

/** For the employer: who fits one position, with names masked and reasons open. */
export function CandidatesPage({ positionId, search, onSearch }: Props) {
  const t = useWords(matchingWords);
  const answer = useQuery(candidatesQuery(positionId, search.after));
  const { data: position } = useQuery(positionForQuery(positionId));
  const columns = useColumns(position);
  const total = answer.data?.total ?? 0;
  const title = position ? t.candidatesFor(position.title) : t.candidates;
  const find = (key: string) => answer.data?.items.find(({ handle }) => handle === key);
  useTitle(t.candidates);
  return (
    <ListPage
      id="candidates"
      title={title}
      actions={
        <ButtonLink to="/positions/$id" params={{ id: positionId }} variant="secondary">
          {t.toPosition}
        </ButtonLink>
      }
      above={
        <>
          <Banner title={t.hidden}>
            <p>{t.hiddenWhy}</p>
            <p>{t.fairCandidate}</p>
          </Banner>
          {position && <ReachNote position={position} />}
        </>
      }
      search={search}
      onSearch={onSearch}
      answer={answer}
      columns={columns}
      keyOf={({ handle }) => handle}
      detail={{
        title: (candidate) => <Name candidate={candidate} />,
        content: (key) => <Whole candidate={find(key)} position={position} />,
      }}
      count={() => t.candidatesTotal(total)}
      empty={<Empty title={t.noCandidates}>{t.noCandidatesAdvice}</Empty>}
      onExport={() => exportCandidates(positionId, `${title}.xlsx`)}
    />
  );
}

function Name({ candidate: { name, division } }: { candidate: Candidate }) {
  const t = useWords(matchingWords);
  return t.candidateOf(name, division.name);
}

interface WholeProps {
  candidate: Candidate | undefined;
  position: PositionCard | undefined;
}

/** Everything that was compared, in the drawer. */
function Whole({ candidate, position }: WholeProps) {
  const t = useWords(matchingWords);
  if (!candidate) return <p>{t.candidateGone}</p>;
  return <Explanation match={candidate.match} audience="employer" position={position} />;
}

function useColumns(position: PositionCard | undefined): Column<Candidate>[] {
  const t = useWords(matchingWords);
  const shared = useWords(sharedWords);
  return [
    { key: 'name', head: t.name, cell: ({ name }) => name },
    {
      key: 'kind',
      head: t.kind,
      cell: ({ kind }) => (
        <span className={styles.short}>
          <Pill tone={kind === 'veteran' ? 'honor' : 'neutral'}>{shared.role[kind]}</Pill>
        </span>
      ),
    },
    {
      key: 'place',
      head: t.home,
      cell: ({ division }) => <span className={styles.short}>{division.name}</span>,
      isExtra: true,
    },
    { key: 'fit', head: t.fit, cell: (candidate) => <Fit candidate={candidate} /> },
    {
      key: 'why',
      head: t.candidateWhy,
      cell: (candidate) => <Why candidate={candidate} position={position} />,
    },
    {
      key: 'gaps',
      head: t.gapsHead,
      cell: ({ match }) => t.gapsOf(gapCount(match), unknownCount(match)),
    },
  ];
}

function Fit({ candidate: { match } }: { candidate: Candidate }) {
  const t = useWords(matchingWords);
  if (match.fit == null) return t.shortUnknown;
  return (
    <span className={styles.fit}>
      <span className={styles.bar}>
        <Bar label={t.fit} value={match.fit} max={100} text={t.fitValue(match.fit)} />
      </span>
      {t.fitValue(match.fit)}
      <span className={styles.note}>{t.coverageShort(match.coverage)}</span>
    </span>
  );
}

/** The strongest reason, or the one gap. */
function Why({ candidate: { match }, position }: { candidate: Candidate } & WholeProps) {
  const t = useWords(matchingWords);
  const say = useFindings('employer', position);
  const line = tellingLine(match);
  if (!line) return null;
  const { title, detail } = say(line);
  return line.verdict === 'missing' ? t.gap(title) : t.candidateReason(title, detail);
}
