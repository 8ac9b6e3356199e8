import { Link } from '@tanstack/react-router';
import type { Profile } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { Card } from '../../../ui/Card';
import { Details } from '../../../ui/data/Details';
import styles from './person.module.css';
import { registerWords } from './words';

interface Props {
  id: string;
  profile: Profile;
}

/** What somebody can and wants, in short; the whole of it is on its own page. */
export function ProfileSummary({ id, profile }: Props) {
  const t = useWords(registerWords);
  const shared = useWords(sharedWords);
  const format = useFormat();
  const { degree, skills = [], certificates = [], intentions = {}, service = [] } = profile;
  const { titles = [], pay_min_fen_month: pay } = intentions;
  const list = (names: string[]) => names.length > 0 && names.join(t.and);
  const rows = [
    { label: t.wants, value: list(titles) },
    { label: t.payMin, value: pay != null && t.payMonth(format.yuan(pay)) },
    { label: t.degree, value: degree && shared.degree[degree] },
    { label: t.skills, value: list(skills.map(({ name }) => name)) },
    { label: t.certificates, value: list(certificates.map(({ name }) => name)) },
    {
      label: t.service,
      value: list(service.map((one) => t.years(one.from_year, one.to_year ?? undefined))),
    },
  ];
  const known = rows.filter(({ value }) => value);
  return (
    <Card>
      <h2>{t.profile}</h2>
      {known.length > 0 ? <Details items={known} /> : <p className={styles.note}>{t.noProfile}</p>}
      <div className={styles.links}>
        <Link to="/people/$id/profile" params={{ id }}>
          {t.editProfile}
        </Link>
      </div>
    </Card>
  );
}
