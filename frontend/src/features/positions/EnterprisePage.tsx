import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { ApiError } from '../../lib/ApiError';
import { BackLink } from '../../ui/BackLink';
import { Card } from '../../ui/Card';
import { Facts } from '../../ui/data/Facts';
import { Pill } from '../../ui/data/Pill';
import { Empty } from '../../ui/feedback/Empty';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Page } from '../../ui/Page';
import { enterpriseQuery } from './api';
import { PositionList } from './PositionList';
import { positionWords } from './words';

/** Who an employer is, and what it is looking for. */
export function EnterprisePage({ id }: { id: string }) {
  const t = useWords(positionWords);
  const format = useFormat();
  const { data, error, refetch } = useQuery(enterpriseQuery(id));
  const isMissing = error instanceof ApiError && error.status === 404;
  const title = data?.enterprise.name ?? (isMissing ? t.noEnterprise : t.enterprise);
  useTitle(title);
  return (
    <Page title={title} back={<BackLink to="/positions">{t.back}</BackLink>}>
      {isMissing && <p>{t.missingAdvice}</p>}
      {error && !isMissing && !data && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton />}
      {data && (
        <>
          <Card>
            <Facts
              facts={[data.enterprise.division.name, data.enterprise.industry].filter(
                (fact) => fact != null,
              )}
            />
            {data.enterprise.verified_on && (
              <p>
                <Pill tone="success">{t.verifiedOn(format.day(data.enterprise.verified_on))}</Pill>
              </p>
            )}
            <p>{data.enterprise.description}</p>
          </Card>
          {data.positions.length === 0 ? (
            <Empty title={t.noOpenPositions} />
          ) : (
            <h2>{t.openPositions(data.positions.length)}</h2>
          )}
          <PositionList positions={data.positions} />
        </>
      )}
    </Page>
  );
}
