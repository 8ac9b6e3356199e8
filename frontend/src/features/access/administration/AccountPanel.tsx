import { useState } from 'react';
import { useSession } from '../../../api/session';
import type { Account } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { Button } from '../../../ui/Button';
import { Banner } from '../../../ui/feedback/Banner';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { showToast } from '../../../ui/feedback/toast';
import { Dialog } from '../../../ui/overlay/Dialog';
import styles from './administration.module.css';
import { usePasswordCode, useSetState, useTakeAway } from './api';
import { GiveRole } from './GiveRole';
import { administrationWords } from './words';

interface Props {
  account: Account;
  /** Where the account was not read with the list. */
  onChanged?: () => void;
}

/** One account: its roles, given and taken away; whether it may sign in; a new password. */
export function AccountPanel({ account, onChanged }: Props) {
  const t = useWords(administrationWords);
  const [isGiving, setGiving] = useState(false);
  const isOwn = useSession()?.account?.id === account.id;
  return (
    <div className={styles.panel}>
      <section>
        <h3>{t.roles}</h3>
        {account.roles.length === 0 && <p className={styles.note}>{t.noRoles}</p>}
        {account.roles.map((held) => (
          <HeldRole key={`${held.role} ${held.grant_id}`} held={held} onChanged={onChanged} />
        ))}
        <Button variant="secondary" onClick={() => setGiving(true)}>
          {t.giveRole}
        </Button>
      </section>
      <section>
        <h3>{t.signingIn}</h3>
        {isOwn ? (
          <p className={styles.note}>{t.notOwn}</p>
        ) : (
          <SigningIn account={account} onChanged={onChanged} />
        )}
      </section>
      {isGiving && <GiveRole account={account} onClose={() => setGiving(false)} />}
    </div>
  );
}

interface HeldProps {
  held: Account['roles'][number];
  onChanged: (() => void) | undefined;
}

function HeldRole({ held, onChanged }: HeldProps) {
  const t = useWords(administrationWords);
  const shared = useWords(sharedWords);
  const take = useTakeAway();
  // Nothing is sent while it can still be taken back.
  const [isLeaving, setLeaving] = useState(false);
  const { grant_id: grant, district, role } = held;

  function press(id: string) {
    setLeaving(true);
    showToast({
      text: t.takenAway(shared.role[role]),
      onUndo: () => setLeaving(false),
      onEnd: () =>
        take.mutate(id, {
          onSettled: () => setLeaving(false),
          onSuccess: () => onChanged?.(),
        }),
    });
  }

  return (
    <div className={styles.row}>
      <span>
        {shared.role[role]} {district && <span className={styles.note}>{t.area(district)}</span>}
      </span>
      {grant && !isLeaving && (
        <Button variant="quiet" isPending={take.isPending} onClick={() => press(grant)}>
          {t.takeAway(shared.role[role])}
        </Button>
      )}
      {take.error && <ErrorNote error={take.error} />}
    </div>
  );
}

function SigningIn({ account, onChanged }: Props) {
  const t = useWords(administrationWords);
  const format = useFormat();
  const change = useSetState();
  const code = usePasswordCode();
  const isActive = account.state === 'active';
  const set = (state: Account['state']) =>
    change.mutate({ id: account.id, state }, { onSuccess: () => onChanged?.() });

  function press() {
    const [next, before] = isActive
      ? (['disabled', 'active'] as const)
      : (['active', 'disabled'] as const);
    set(next);
    showToast({ text: t.changed[next](account.name), onUndo: () => set(before) });
  }

  return (
    <>
      {!isActive && <Banner tone="warn" title={t.isDisabled} />}
      <p className={styles.note}>{isActive ? t.disableWhat : t.enableWhat}</p>
      <div className={styles.buttons}>
        <Button variant="secondary" isPending={change.isPending} onClick={press}>
          {isActive ? t.disable : t.enable}
        </Button>
        <Button
          variant="secondary"
          isPending={code.isPending}
          onClick={() => code.mutate(account.id)}
        >
          {t.giveCode}
        </Button>
      </div>
      {change.error && <ErrorNote error={change.error} />}
      {code.error && <ErrorNote error={code.error} title={t.notGiven} />}
      {code.data && (
        <Dialog title={t.codeTitle(account.name)} onClose={() => code.reset()}>
          <p className={styles.code}>{code.data.code}</p>
          <p>{t.codeUntil(format.moment(code.data.expires_at))}</p>
          <p>{t.codeOnce}</p>
        </Dialog>
      )}
    </>
  );
}
