import type { ReactNode } from 'react';
import { useWords } from '../i18n/locale';
import { Facts } from './data/Facts';
import { Banner } from './feedback/Banner';
import { PrintPage } from './PrintPage';
import { uiWords } from './words';

interface Props {
  /** What was done: “已投递：汽车维修工”. */
  title: string;
  /** By which everybody finds it again. */
  number: string;
  /** When, and who, in words. */
  facts: readonly string[];
  /** What happens next, by whom and by when, in order. */
  next: readonly ReactNode[];
  /** How it can be taken back, and until when. */
  withdraw?: ReactNode;
  /** The way on. */
  tools?: ReactNode;
}

/** What somebody has in hand after sending something in: its number, and what comes now. */
export function Receipt({ title, number, facts, next, withdraw, tools }: Props) {
  const t = useWords(uiWords);
  return (
    <PrintPage title={title} tools={tools} foot={t.receiptNumber(number)}>
      <Banner tone="success" title={t.receiptNumber(number)}>
        <Facts facts={facts} />
      </Banner>
      <h2>{t.receiptNext}</h2>
      <ol>
        {next.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one receipt never move.
          <li key={at}>{one}</li>
        ))}
      </ol>
      {withdraw && (
        <>
          <h2>{t.receiptWithdraw}</h2>
          <p>{withdraw}</p>
        </>
      )}
    </PrintPage>
  );
}
