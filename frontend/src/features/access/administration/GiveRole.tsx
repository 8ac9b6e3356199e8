import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../../api/client';
import { divisionsWithinQuery } from '../../../api/dictionaries';
import type { Account, Role } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { HOME_COUNTY } from '../../../lib/homeCounty';
import { Banner } from '../../../ui/feedback/Banner';
import { showToast } from '../../../ui/feedback/toast';
import { Form } from '../../../ui/form/Form';
import { Select } from '../../../ui/form/Select';
import { useForm } from '../../../ui/form/useForm';
import { Dialog } from '../../../ui/overlay/Dialog';
import { useAskGrant } from './api';
import { administrationWords } from './words';

interface Props {
  account: Account;
  onClose: () => void;
}

/** The roles of staff; seekers and representatives get theirs elsewhere. Each waits for a decision. */
const given = [
  'station_officer',
  'organizer',
  'finance_maker',
  'finance_checker',
  'system_administrator',
  'security_administrator',
  'auditor',
] as const satisfies readonly Role[];

/** Roles that two administrators give together, as the server has it. */
const needsTwo: readonly string[] = given.slice(2);

/** Asks for a role for an account. */
export function GiveRole({ account, onClose }: Props) {
  const t = useWords(administrationWords);
  const shared = useWords(sharedWords);
  const ask = useAskGrant();
  const [key] = useState(newKey);
  const { data: divisions = [] } = useQuery(divisionsWithinQuery(HOME_COUNTY));
  const form = useForm({
    initial: { role: '' as (typeof given)[number] | '', district: '' },
    check: ({ role, district }) => ({
      role: role ? undefined : t.lacksRole,
      district: role === 'station_officer' && !district ? t.lacksDistrict : undefined,
    }),
    refusal: ask.error,
  });
  const { role } = form.values;
  return (
    <Dialog title={t.giveTitle(account.name)} onClose={onClose}>
      <Form
        form={form}
        submit={t.ask}
        isPending={ask.isPending}
        onSubmit={(values) => {
          if (!values.role) return;
          const district = values.role === 'station_officer' ? values.district : '';
          ask.mutate(
            { account, role: values.role, district, key },
            {
              onSuccess: () => {
                showToast({ text: t.asked });
                onClose();
              },
            },
          );
        }}
      >
        <Select
          label={t.role}
          {...form.field('role')}
          options={[
            { value: '' as const, label: t.choose },
            ...given.map((value) => ({ value, label: shared.role[value] })),
          ]}
        />
        {role === 'station_officer' && (
          <Select
            label={t.district}
            {...form.field('district')}
            options={[
              { value: '', label: t.choose },
              { value: HOME_COUNTY, label: shared.county },
              ...divisions.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
        {role && <Banner>{needsTwo.includes(role) ? t.needsTwo : t.needsDecision}</Banner>}
      </Form>
    </Dialog>
  );
}
