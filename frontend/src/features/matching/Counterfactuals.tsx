import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Counterfactual } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { keyOf, useAdjustments } from './adjustments';
import { counterfactualsQuery } from './api';
import styles from './Counterfactuals.module.css';
import { counterfactualWords } from './counterfactual/words';
import type { Audience } from './findings';
import { Gives } from './Gives';
import { matchingWords } from './words';

interface Props {
  /** Whose; one’s own when absent. */
  personId?: string;
}

/** Below the matches: what misses by one thing, how much that would bring, and what gives it. */
export function Counterfactuals({ personId }: Props) {
  const t = useWords(counterfactualWords);
  const matching = useWords(matchingWords);
  const { data, error, refetch } = useQuery(counterfactualsQuery(personId));
  if (error && !data) return <ErrorNote error={error} onRetry={() => refetch()} />;
  if (!data) return <Skeleton cards={1} />;
  const { items, at_least } = data;
  const lead = personId ? t.leadOfficer : t.lead;
  return (
    <section id="further">
      <Card>
        <h2>{t.title}</h2>
        <p>{items.length > 0 ? lead : t.none}</p>
        {items.length === 0 && <p className={styles.note}>{t.noneWhy}</p>}
        <ul>
          {items.map((item) => (
            <li key={keyOf(item.adjustment)} className={styles.one}>
              <One item={item} atLeast={at_least} audience={personId ? 'employer' : 'seeker'} />
            </li>
          ))}
        </ul>
        {!personId && items.length > 0 && (
          <p>
            <ButtonLink to="/me/profile" variant="secondary">
              {matching.correct}
            </ButtonLink>
          </p>
        )}
      </Card>
    </section>
  );
}

interface OneProps {
  item: Counterfactual;
  atLeast: boolean;
  audience: Audience;
}

function One({ item, atLeast, audience }: OneProps) {
  const t = useWords(counterfactualWords);
  const say = useAdjustments();
  const gain = useGain();
  const { adjustment, best, best_fit } = item;
  return (
    <>
      <h3>{say(adjustment)}</h3>
      <p className={styles.gain}>{gain(item, atLeast)}</p>
      <p className={styles.best}>
        <span>{t.best}</span>
        <Link to="/positions/$id" params={{ id: best.id }} className={styles.link}>
          {best.title}
        </Link>
        <span className={styles.note}>
          {best.enterprise.name}
          {best_fit != null && ` · ${t.bestFit(best_fit)}`}
        </span>
      </p>
      <Gives adjustment={adjustment} audience={audience} />
    </>
  );
}

/** “12 more positions fit, and 3 fit clearly better.” */
function useGain() {
  const t = useWords(counterfactualWords);
  return ({ adjustment, opened, raised }: Counterfactual, atLeast: boolean): string => {
    const better = (t.raised[adjustment.kind] ?? t.raised.general)(raised);
    if (opened === 0) return better;
    return raised === 0 ? t.opened(opened, atLeast) : t.both(t.opened(opened, atLeast), better);
  };
}

/** Above the list, since what it leads to lies below: says how much there is. */
export function ToCounterfactuals() {
  const t = useWords(counterfactualWords);
  const { data } = useQuery(counterfactualsQuery(undefined));
  if (!data || data.items.length === 0) return null;
  return (
    <p>
      <a href="#further" className={styles.link}>
        {t.toSection(data.items.length)}
      </a>
    </p>
  );
}
