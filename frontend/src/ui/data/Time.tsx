import { useFormat } from '../../i18n/format';

interface Props {
  /** A moment (`2026-11-23T06:05:00Z`) or a day (`2026-11-23`). */
  at: string;
  /** The full date instead of “3 天前”. */
  isFull?: boolean;
}

/** When: relative where it is near, with the full date as a tip. */
export function Time({ at, isFull }: Props) {
  const format = useFormat();
  const isDay = at.length === 10;
  const full = isDay ? format.date(at) : format.moment(at);
  const short = isDay ? format.day(at) : format.ago(at);
  return (
    <time dateTime={at} title={isFull ? undefined : full}>
      {isFull ? full : short}
    </time>
  );
}
