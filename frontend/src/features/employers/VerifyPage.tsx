import { useQuery } from '@tanstack/react-query';
import { isRepresentative, useSession } from '../../api/session';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { BackLink } from '../../ui/BackLink';
import { ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/feedback/Empty';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Beside, WidePage } from '../../ui/WidePage';
import { organisationsQuery } from './api';
import { OrganisationCard } from './OrganisationCard';
import { OrganisationForm } from './OrganisationForm';
import { RepresentForm } from './RepresentForm';
import { Requests } from './Requests';
import styles from './VerifyPage.module.css';
import { representationsQuery, requestsOf } from './verify/api';
import { verifyWords } from './verify/words';

/** What is open stands in the address. */
export interface VerifySearch {
  form?: 'register' | 'represent' | 'edit';
  /** The organisation that is changed. */
  id?: string;
}

interface Props {
  search: VerifySearch;
  onDone: () => void;
}

/** Registering or representing an organisation, and what has to be checked before it may publish. */
export function VerifyPage({ search: { form, id }, onDone }: Props) {
  const t = useWords(verifyWords);
  const session = useSession();
  const isOne = isRepresentative(session);
  const organisations = useQuery({ ...organisationsQuery, enabled: isOne });
  const asked = useQuery(representationsQuery);
  const error = organisations.error ?? asked.error;
  const retry = () => void Promise.all([isOne && organisations.refetch(), asked.refetch()]);
  const isKnown = asked.data !== undefined && (!isOne || organisations.data !== undefined);
  const edited = organisations.data?.items.find((one) => one.id === id);
  const title = form ? t[form] : t.title;
  const lead = { register: t.registerLead, represent: t.representLead, edit: undefined };
  useTitle(title);
  return (
    <WidePage
      title={title}
      lead={form ? lead[form] : t.lead}
      back={form && <BackLink to="/org/verify">{t.back}</BackLink>}
    >
      <Beside aside={<How />}>
        {error && <ErrorNote error={error} onRetry={retry} />}
        {!isKnown && !error && <Skeleton />}
        {!form && isKnown && <Overview />}
        {form === 'register' && <OrganisationForm organisation={undefined} onDone={onDone} />}
        {form === 'represent' && <RepresentForm onDone={onDone} />}
        {form === 'edit' && edited && (
          <OrganisationForm key={edited.id} organisation={edited} onDone={onDone} />
        )}
      </Beside>
    </WidePage>
  );
}

function Overview() {
  const t = useWords(verifyWords);
  const session = useSession();
  const { data } = useQuery({ ...organisationsQuery, enabled: isRepresentative(session) });
  const { data: asked = [] } = useQuery(representationsQuery);
  const own = data?.items ?? [];
  const requests = requestsOf(asked, own);
  const ways = (
    <>
      <ButtonLink
        to="/org/verify"
        search={{ form: 'register' }}
        variant={own.length + requests.length > 0 ? 'secondary' : 'primary'}
      >
        {t.register}
      </ButtonLink>{' '}
      <ButtonLink to="/org/verify" search={{ form: 'represent' }} variant="secondary">
        {t.represent}
      </ButtonLink>
    </>
  );
  if (own.length + requests.length === 0) {
    return (
      <Empty title={t.none} actions={ways}>
        {t.noneAdvice}
      </Empty>
    );
  }
  return (
    <>
      {own.length > 0 && <h2>{t.own}</h2>}
      {own.map((one) => (
        <OrganisationCard key={one.id} organisation={one}>
          <p>
            <ButtonLink to="/org/verify" search={{ form: 'edit', id: one.id }} variant="secondary">
              {t.edit}
            </ButtonLink>
          </p>
        </OrganisationCard>
      ))}
      <Requests requests={requests} />
      <p>{ways}</p>
    </>
  );
}

function How() {
  const t = useWords(verifyWords);
  return (
    <Card>
      <h2>{t.how}</h2>
      <ol className={styles.steps}>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Card>
  );
}
