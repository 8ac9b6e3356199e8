import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { OwnPosition } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { Button, ButtonLink } from '../../ui/Button';
import { Figure, Figures } from '../../ui/data/Figure';
import { Empty } from '../../ui/feedback/Empty';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { type Task, TaskList } from '../../ui/form/TaskList';
import { Beside, WidePage } from '../../ui/WidePage';
import { organisationsQuery, ownPositionsQuery } from './api';
import styles from './DeskParts.module.css';
import { daysUntil, RENEW_DAYS } from './days';
import { NotDone } from './NotDone';
import { OrganisationCard } from './OrganisationCard';
import { type Todo, todosOf } from './overview/todo';
import { deskWords } from './overview/words';
import { PositionActions } from './PositionActions';
import { useSteps } from './steps';
import { employerWords } from './words';

/** Where an employer begins: what needs doing, how the positions stand, whether they may publish. */
export function DeskPage() {
  const t = useWords(deskWords);
  const positions = useQuery(ownPositionsQuery({}));
  const organisations = useQuery(organisationsQuery);
  useTitle(t.title);
  const error = positions.error ?? organisations.error;
  const retry = () => void Promise.all([positions.refetch(), organisations.refetch()]);
  return (
    <WidePage
      title={t.title}
      lead={t.lead}
      actions={<ButtonLink to="/org/positions/new">{t.write}</ButtonLink>}
    >
      {error && <ErrorNote error={error} onRetry={retry} />}
      {!error && !(positions.data && organisations.data) && <Skeleton cards={2} />}
      {positions.data && organisations.data && (
        <Beside
          aside={
            <>
              <h2>{t.organisation}</h2>
              {organisations.data.items.map((one) => (
                <OrganisationCard key={one.id} organisation={one} />
              ))}
              {organisations.data.items.length === 0 && (
                <Empty title={t.noOrganisation}>{t.noOrganisationWhy}</Empty>
              )}
              <ButtonLink to="/org/verify" variant="secondary">
                {t.toVerify}
              </ButtonLink>
            </>
          }
        >
          <Todos
            positions={positions.data.items}
            hasSeveral={organisations.data.items.length > 1}
          />
          <Standing positions={positions.data.items} isAll={!positions.data.next} />
        </Beside>
      )}
    </WidePage>
  );
}

interface TodosProps {
  positions: readonly OwnPosition[];
  /** Then each says whose it is. */
  hasSeveral: boolean;
}

function Todos({ positions, hasSeveral }: TodosProps) {
  const t = useWords(deskWords);
  const navigate = useNavigate();
  const steps = useSteps((id) => void navigate({ to: '/org/positions/$id', params: { id } }));
  const todos = todosOf(positions);
  return (
    <section className={styles.part}>
      <h2>{t.todo}</h2>
      <NotDone refused={steps.refused} />
      {todos.length === 0 ? (
        <Empty title={t.nothing}>{t.nothingAdvice}</Empty>
      ) : (
        <TaskList
          tasks={todos.map((todo) => ({
            ...taskOf(todo, t, hasSeveral),
            ...(todo.why === 'ends' && {
              action: <Ending position={todo.position} steps={steps} />,
            }),
          }))}
        />
      )}
    </section>
  );
}

interface EndingProps {
  position: OwnPosition;
  steps: ReturnType<typeof useSteps>;
}

/** It is renewed where it is read of, or closed. */
function Ending({ position, steps }: EndingProps) {
  const t = useWords(employerWords);
  return (
    <>
      <Button variant="secondary" onClick={() => void steps.run(position, 'renew')}>
        {t.renew(RENEW_DAYS)}
      </Button>
      <PositionActions position={position} steps={steps} />
    </>
  );
}

function taskOf({ position, why }: Todo, t: (typeof deskWords)['zh'], hasSeveral: boolean): Task {
  const { id, title, unlawful, valid_until, enterprise_name: enterprise } = position;
  const said = {
    ends: { words: t.ends(title, daysUntil(valid_until)), note: t.endsWhy },
    unlawful: { words: t.unlawful(title, unlawful.length), note: t.unlawfulWhy },
    waiting: { words: t.waiting(title), note: t.waitingWhy },
  }[why];
  return {
    key: id,
    title: (
      <Link to="/org/positions/$id" params={{ id }}>
        {said.words}
      </Link>
    ),
    note: hasSeveral ? t.noteOf(enterprise, said.note) : said.note,
    state: why === 'waiting' ? 'started' : 'open',
  };
}

interface StandingProps {
  positions: readonly OwnPosition[];
  /** Otherwise there are more than one page holds, and each number is a floor. */
  isAll: boolean;
}

function Standing({ positions, isAll }: StandingProps) {
  const t = useWords(deskWords);
  const format = useFormat();
  const number = (n: number) => `${format.number(n)}${isAll ? '' : '+'}`;
  const open = positions.filter(({ state }) => state === 'open');
  const wanted = open.reduce((sum, { headcount, hired }) => sum + headcount - hired, 0);
  return (
    <section className={styles.part}>
      <h2>{t.figures}</h2>
      <Figures>
        {(['open', 'draft', 'paused', 'closed'] as const).map((state) => (
          <Figure
            key={state}
            label={t.figure[state]}
            value={t.positions(number(positions.filter((one) => one.state === state).length))}
            note={state === 'open' && t.wanted(number(wanted))}
            to="/org/positions"
            search={{ state }}
          />
        ))}
      </Figures>
    </section>
  );
}
