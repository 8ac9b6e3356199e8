import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OwnProfile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Banner } from '../../../ui/feedback/Banner';
import { showToast } from '../../../ui/feedback/toast';
import { Form } from '../../../ui/form/Form';
import { TextField } from '../../../ui/form/TextField';
import { useForm } from '../../../ui/form/useForm';
import { useSaveIdentity } from '../api';
import { HomeField } from '../HomeField';
import { type IdentityAnswers, identityOf, useIdentityFaults } from '../identity';
import { peopleWords } from '../words';
import { ownWords } from './words';

interface Props {
  profile: OwnProfile;
  etag: string;
  onReload: () => void;
}

/**
 * Corrects who somebody is. The server shows masks and takes the whole: names and numbers are typed
 * again, only the home is there already.
 */
export function IdentityForm({ profile, etag, onReload }: Props) {
  const t = useWords(ownWords);
  const people = useWords(peopleWords);
  const save = useSaveIdentity();
  const navigate = useNavigate();
  const [start] = useState({ own: profile, etag });
  const { own } = start;
  const form = useForm<IdentityAnswers>({
    initial: { name: '', id_number: '', mobile: '', division: own.division.code },
    check: useIdentityFaults(own),
    refusal: save.error,
  });
  const again = (mask: string | null | undefined) => (mask ? t.onFile(mask) : t.notOnFile);
  return (
    <Card>
      <Banner tone={own.verification === 'verified' ? 'warn' : 'info'} title={t.again}>
        {t.effect[own.verification === 'verified' ? 'verified' : 'other']}
      </Banner>
      <Form
        form={form}
        submit={t.saveIdentity}
        isPending={save.isPending}
        onReload={onReload}
        beside={
          <ButtonLink to="/me/profile" search={{ part: 'basic' }} variant="quiet">
            {t.leaveAsIs}
          </ButtonLink>
        }
        onSubmit={(answers) =>
          save.mutate(
            { identity: identityOf(answers), etag: start.etag },
            {
              onSuccess: ({ data }) => {
                const isAnew =
                  own.verification === 'verified' && data.verification !== own.verification;
                showToast({ text: isAnew ? t.identityAnew : t.identitySaved });
                void navigate({ to: '/me/profile', search: { part: 'basic' } });
              },
            },
          )
        }
      >
        <TextField
          label={people.identity.name}
          hint={again(own.name)}
          autoComplete="name"
          maxLength={40}
          {...form.field('name')}
        />
        <TextField
          label={people.identity.id_number}
          hint={again(own.id_number)}
          isOptional={!own.id_number}
          autoComplete="off"
          maxLength={24}
          {...form.field('id_number')}
        />
        <TextField
          label={people.identity.mobile}
          hint={again(own.mobile)}
          isOptional={!own.mobile}
          autoComplete="tel"
          inputMode="tel"
          maxLength={20}
          {...form.field('mobile')}
        />
        <HomeField other={own.division} {...form.field('division')} />
      </Form>
    </Card>
  );
}
