import type { ReactNode } from 'react';
import type { ExaminedMatch, Line } from '../../../api/types';
import { points, useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { Card } from '../../../ui/Card';
import { Details } from '../../../ui/data/Details';
import { Facts } from '../../../ui/data/Facts';
import { PlainTable } from '../../../ui/list/PlainTable';
import { matchingWords } from '../words';
import styles from './apart.module.css';
import { Rankings } from './Rankings';
import { Work } from './Work';
import { apartWords } from './words';

/** The whole, the parts, every line, the work, and how the index saw it. */
export function Apart({ found }: { found: ExaminedMatch }) {
  const t = useWords(apartWords);
  const { match } = found.apart;
  const lines = match.parts.flatMap((part) => part.lines);
  return (
    <>
      <Whole found={found} />
      {match.blocks.length > 0 && (
        <Part>
          <Lines title={t.blocks} lines={match.blocks} />
        </Part>
      )}
      <Part>
        <Shares found={found} />
      </Part>
      <Part>
        <Lines title={t.lines} lines={lines} />
      </Part>
      <Part>
        <Work comparisons={found.apart.comparisons} />
      </Part>
      <Part>
        <Rankings found={found} />
      </Part>
    </>
  );
}

function Part({ children }: { children: ReactNode }) {
  return (
    <Card>
      <div className={styles.part}>{children}</div>
    </Card>
  );
}

function Whole({ found: { apart, person, position, ...found } }: { found: ExaminedMatch }) {
  const t = useWords(apartWords);
  const matching = useWords(matchingWords);
  const shared = useWords(sharedWords);
  const { match, expected_fit: expected } = apart;
  return (
    <Part>
      <h2>{t.pair(person.name, position.title)}</h2>
      <Facts
        facts={[
          shared.role[person.kind],
          person.division.name,
          position.enterprise.name,
          found.is_position_public ? t.isPublic : t.notPublic,
          found.is_person_findable ? t.isFindable : t.notFindable,
        ]}
      />
      <h3>{t.figures}</h3>
      <Details
        items={[
          {
            label: t.expected,
            value: (
              <>
                {expected == null ? t.none : (expected / 100).toFixed(2)}
                <span className={styles.second}>{t.expectedWhat}</span>
              </>
            ),
          },
          {
            label: matching.fit,
            value: match.fit == null ? t.none : matching.fitValue(match.fit),
          },
          { label: matching.coverage, value: matching.coverageValue(match.coverage) },
          { label: t.weights, value: match.weights_version },
          {
            label: t.dictionaries,
            value: <span className={styles.raw}>{apart.dictionaries}</span>,
          },
        ]}
      />
    </Part>
  );
}

function Shares({ found: { apart } }: { found: ExaminedMatch }) {
  const t = useWords(apartWords);
  const shared = useWords(sharedWords);
  const format = useFormat();
  const share = (thousandths: number) => format.percent(thousandths / 1000);
  // The parts of the match and what they were made of stand in the same order.
  const rows = apart.shares.map((one, at) => ({ ...one, ...apart.match.parts[at] }));
  const sum = (of: 'points' | 'points_max') =>
    points(rows.reduce((total, row) => total + (row[of] ?? 0), 0));
  return (
    <PlainTable
      caption={t.parts}
      rows={rows}
      keyOf={({ kind }) => kind}
      columns={[
        {
          key: 'part',
          head: t.part,
          cell: ({ kind }) => <span className={styles.short}>{shared.part[kind]}</span>,
          foot: '',
        },
        {
          key: 'weight',
          head: t.weight,
          cell: ({ weight }) => weight,
          isNumber: true,
          foot: rows.reduce((total, { weight }) => total + weight, 0),
        },
        {
          key: 'known',
          head: t.known,
          cell: ({ known }) => share(known),
          isNumber: true,
          foot: '',
        },
        {
          key: 'credit',
          head: t.credit,
          cell: ({ known, credit }) => (known > 0 ? share(credit) : ''),
          isNumber: true,
          foot: '',
        },
        {
          key: 'points',
          head: t.points,
          cell: (row) => t.pointsOf(points(row.points ?? 0), points(row.points_max ?? 0)),
          isNumber: true,
          foot: t.pointsOf(sum('points'), sum('points_max')),
        },
      ]}
    />
  );
}

/** As the engine says it: codes and values, not yet words. */
function Lines({ title, lines }: { title: string; lines: Line[] }) {
  const t = useWords(apartWords);
  const matching = useWords(matchingWords);
  const shared = useWords(sharedWords);
  const raw = (text: string | null | undefined) => <span className={styles.raw}>{text}</span>;
  return (
    <PlainTable
      caption={title}
      rows={lines}
      keyOf={(line) => `${line.kind} ${line.code} ${line.asked} ${line.has}`}
      columns={[
        {
          key: 'part',
          head: t.part,
          cell: ({ kind }) => <span className={styles.short}>{shared.part[kind]}</span>,
        },
        {
          key: 'verdict',
          head: t.verdict,
          cell: ({ verdict }) => <span className={styles.short}>{matching.verdict[verdict]}</span>,
        },
        { key: 'code', head: t.code, cell: ({ code }) => raw(code) },
        { key: 'asked', head: t.asked, cell: ({ asked }) => raw(asked) },
        { key: 'has', head: t.has, cell: ({ has }) => raw(has) },
        { key: 'evidence', head: t.evidence, cell: ({ evidence }) => raw(evidence) },
      ]}
    />
  );
}
