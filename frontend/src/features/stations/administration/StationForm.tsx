import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey } from '../../../api/client';
import { divisionsWithinQuery } from '../../../api/dictionaries';
import type { Station, StationInput } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { ApiError } from '../../../lib/ApiError';
import { HOME_COUNTY } from '../../../lib/homeCounty';
import { showToast } from '../../../ui/feedback/toast';
import { ChooseOne } from '../../../ui/form/Choices';
import { Form } from '../../../ui/form/Form';
import { Select } from '../../../ui/form/Select';
import { TextField } from '../../../ui/form/TextField';
import { useForm } from '../../../ui/form/useForm';
import { Dialog } from '../../../ui/overlay/Dialog';
import { stationsQuery, useSaveStation } from './api';
import { stationWords } from './words';

interface Props {
  station: Station | undefined;
  onClose: () => void;
}

const texts = ['name', 'address', 'phone', 'hours'] as const;

/** One station: what it is called, where it is, when it is open. */
export function StationForm({ station, onClose }: Props) {
  const t = useWords(stationWords);
  const shared = useWords(sharedWords);
  const save = useSaveStation();
  const [key] = useState(newKey);
  const { data: divisions = [] } = useQuery(divisionsWithinQuery(HOME_COUNTY));
  const form = useForm<StationInput>({
    initial: valuesOf(station),
    check: (values) => ({
      ...Object.fromEntries(
        texts.map((name) => [name, values[name].trim() ? undefined : t.lacks[name]]),
      ),
      division: values.division ? undefined : t.lacks.division,
    }),
    refusal: save.error,
  });
  const known = useRef(station);
  const client = useQueryClient();
  const say = (text: string) => text;
  const fields = {
    name: { label: t.name, say },
    kind: { label: t.kindLabel, say: (kind: Station['kind']) => t.kind[kind] },
    division: { label: t.division, say: nameOf },
    address: { label: t.address, say },
    phone: { label: t.phone, say },
    hours: { label: t.hours, say },
  };

  function nameOf(code: string) {
    if (code === HOME_COUNTY) return shared.county;
    return divisions.find((one) => one.code === code)?.name ?? code;
  }

  async function read() {
    const all = await client.fetchQuery({ ...stationsQuery, staleTime: 0 });
    const fresh = all.find(({ id }) => id === station?.id);
    if (!fresh) throw new ApiError(404, { code: 'not_found' });
    const accept = () => {
      known.current = fresh;
    };
    return { values: valuesOf(fresh), accept };
  }

  return (
    <Dialog title={station ? t.changeTitle(station.name) : t.add} onClose={onClose}>
      <Form
        form={form}
        submit={station ? t.save : t.add}
        isPending={save.isPending}
        meanwhile={{ read, fields }}
        onSubmit={(input) =>
          save.mutate(
            { station: known.current, input, key },
            {
              onSuccess: () => {
                showToast({ text: t.saved(input.name) });
                onClose();
              },
            },
          )
        }
      >
        <TextField label={t.name} maxLength={60} {...form.field('name')} />
        <ChooseOne
          legend={t.kindLabel}
          value={form.values.kind}
          choices={(['station', 'centre'] as const).map((value) => ({
            value,
            label: t.kind[value],
          }))}
          onChange={(kind) => form.set({ kind })}
        />
        <Select
          label={t.division}
          {...form.field('division')}
          options={[
            { value: '', label: t.choose },
            { value: HOME_COUNTY, label: shared.county },
            ...divisions.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <TextField label={t.address} maxLength={120} {...form.field('address')} />
        <TextField label={t.phone} inputMode="tel" maxLength={40} {...form.field('phone')} />
        <TextField label={t.hours} hint={t.hoursHint} maxLength={100} {...form.field('hours')} />
      </Form>
    </Dialog>
  );
}

function valuesOf(station: Station | undefined): StationInput {
  return {
    kind: station?.kind ?? 'station',
    name: station?.name ?? '',
    division: station?.division.code ?? '',
    address: station?.address ?? '',
    phone: station?.phone ?? '',
    hours: station?.hours ?? '',
  };
}
