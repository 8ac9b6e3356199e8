import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonFile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { showToast } from '../../../ui/feedback/toast';
import { ComboBox, type Suggestion } from '../../../ui/form/ComboBox';
import { Form } from '../../../ui/form/Form';
import { useForm } from '../../../ui/form/useForm';
import { Dialog } from '../../../ui/overlay/Dialog';
import { lookUpPeople, useServiceMember } from './api';
import styles from './person.module.css';
import { registerWords } from './words';

interface Props {
  id: string;
  etag: string;
  member: PersonFile['service_member'];
  onReload: () => void;
}

/** The service member a spouse belongs to. */
export function ServiceMember({ id, etag, member, onReload }: Props) {
  const t = useWords(registerWords);
  const change = useServiceMember(id);
  const [isNaming, setNaming] = useState(false);
  return (
    <Card>
      <h2>{t.serviceMember}</h2>
      <p>
        {member ? (
          <Link to="/people/$id" params={{ id: member.id }}>
            {member.name}
          </Link>
        ) : (
          t.noServiceMember
        )}
      </p>
      <div className={styles.buttons}>
        <Button variant="secondary" onClick={() => setNaming(true)}>
          {member ? t.renameMember : t.nameMember}
        </Button>
        {member && (
          <Button
            variant="quiet"
            isPending={change.isPending}
            onClick={() => change.mutate({ etag, member: null })}
          >
            {t.removeMember}
          </Button>
        )}
      </div>
      {change.error && <ErrorNote error={change.error} />}
      {isNaming && (
        <NameMember id={id} etag={etag} onReload={onReload} onClose={() => setNaming(false)} />
      )}
    </Card>
  );
}

interface NameProps {
  id: string;
  etag: string;
  onReload: () => void;
  onClose: () => void;
}

function NameMember({ id, etag, onReload, onClose }: NameProps) {
  const t = useWords(registerWords);
  const change = useServiceMember(id);
  const form = useForm({
    initial: { member: null as Suggestion | null },
    check: ({ member }) => ({ member: member ? undefined : t.lacksMember }),
    refusal: change.error,
  });

  /** Only whole names and numbers find somebody, so a short text is not sent. */
  async function suggest(text: string): Promise<Suggestion[]> {
    if (text.trim().length < 2) return [];
    const { items } = await lookUpPeople(text.trim());
    return items
      .filter((one) => one.id !== id)
      .map((one) => ({
        value: one.id,
        label: one.name,
        note: [one.division.name, one.mobile].filter(Boolean).join(' '),
      }));
  }

  return (
    <Dialog title={t.nameMember} onClose={onClose}>
      <Form
        form={form}
        submit={t.nameMemberDo}
        isPending={change.isPending}
        onReload={() => {
          onReload();
          onClose();
        }}
        onSubmit={({ member }) =>
          change.mutate(
            { etag, member: member?.value ?? null },
            {
              onSuccess: () => {
                showToast({ text: t.memberNamed });
                onClose();
              },
            },
          )
        }
      >
        <ComboBox
          label={t.serviceMember}
          hint={t.memberHint}
          suggest={suggest}
          {...form.field('member')}
        />
      </Form>
    </Dialog>
  );
}
