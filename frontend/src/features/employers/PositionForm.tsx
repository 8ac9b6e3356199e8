import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { newKey } from '../../api/client';
import type { Organisation, OwnPosition, PositionDetail } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { HOME_COUNTY } from '../../lib/homeCounty';
import { Button, ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Details } from '../../ui/data/Details';
import { Banner } from '../../ui/feedback/Banner';
import { showToast } from '../../ui/feedback/toast';
import { Form } from '../../ui/form/Form';
import { Select } from '../../ui/form/Select';
import { useForm } from '../../ui/form/useForm';
import { useStep } from './api';
import { DuplicateNote } from './DuplicateNote';
import { type Draft, draftOf, freshDraft, inputOf, lacksOf, unfinishedOf } from './draft';
import { PositionFields } from './PositionFields';
import styles from './PositionForm.module.css';
import { usePositionWords } from './positionWords';
import { previewOf } from './preview';
import { ReachCard } from './ReachCard';
import { ownPositionQuery, useDuplicates, useSavePosition, useUnlawful } from './writing/api';
import { writingWords } from './writing/words';

interface Props {
  organisations: readonly Organisation[];
  position: OwnPosition | undefined;
  preview: (position: PositionDetail) => ReactNode;
  onSaved: (id: string, isPublished: boolean) => void;
}

export function PositionForm({ organisations, position, preview, onSaved }: Props) {
  const t = useWords(writingWords);
  const heading = useId();
  // An association has members, no positions.
  const enterprises = organisations.filter(({ kind }) => kind === 'enterprise');
  const [own, setOwn] = useState(position?.enterprise_id ?? usual(enterprises)?.id ?? '');
  const enterprise = enterprises.find(({ id }) => id === own);
  const words = usePositionWords();
  const { save, again, read, refusal, isPending, kept } = useSaving(position, own, onSaved);
  const form = useForm<Draft>({
    initial: useState(() => (position ? draftOf(position) : freshDraft(placeOf(enterprise))))[0],
    check: (draft) => lacksOf(draft, t.lacks),
    refusal,
  });
  // What is saved is what others change from here on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each saving.
  useEffect(() => {
    if (kept) form.kept(kept);
  }, [kept]);
  const unfinished = unfinishedOf(form.values, HOME_COUNTY);
  const unlawful = useUnlawful(unfinished);
  const duplicates = useDuplicates(own, position?.id, unfinished);
  const isPublic = position?.state === 'open';

  /** The place goes with the enterprise, unless another was chosen. */
  function choose(id: string) {
    const place = placeOf(enterprises.find((one) => one.id === id));
    const isUsual = form.values.division?.value === placeOf(enterprise)?.value;
    if (isUsual) form.set({ division: place });
    setOwn(id);
  }

  return (
    <div className={styles.columns}>
      <Form
        form={form}
        submit={isPublic ? t.save : t.savePublish}
        isPending={isPending}
        refusedTitle={kept ? t.draftKept : t.notSaved}
        meanwhile={{ read, fields: words, onSave: (draft) => void again(draft) }}
        onSubmit={(draft) => void save(draft, !isPublic)}
        beside={
          !isPublic && (
            <Button
              variant="secondary"
              onClick={() => !isPending && form.isFit() && void save(form.values, false)}
            >
              {t.saveDraft}
            </Button>
          )
        }
      >
        {enterprises.length > 1 &&
          (position ? (
            <Details items={[{ label: t.enterprise, value: position.enterprise_name }]} />
          ) : (
            <Select
              label={t.enterprise}
              value={own}
              options={enterprises.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={choose}
            />
          ))}
        {enterprise && enterprise.verification !== 'verified' && (
          <Banner tone="warn" title={t.notVerified(enterprise.name)}>
            {t.notVerifiedWhy}{' '}
            <ButtonLink to="/org/verify" variant="secondary">
              {t.toVerify}
            </ButtonLink>
          </Banner>
        )}
        <PositionFields form={form} unlawful={unlawful} />
        <DuplicateNote found={duplicates} />
      </Form>
      <aside className={styles.aside} aria-labelledby={heading}>
        <ReachCard enterpriseId={own} draft={form.values} position={unfinished} />
        <h2 id={heading}>{t.preview}</h2>
        <Card>
          {preview(
            previewOf(form.values, enterprise ?? { name: position?.enterprise_name ?? '' }, t),
          )}
        </Card>
      </aside>
    </div>
  );
}

/** Whoever speaks for several most likely writes for one that may publish. */
function usual(organisations: readonly Organisation[]) {
  return organisations.find((one) => one.verification === 'verified') ?? organisations[0];
}

function placeOf(enterprise: Organisation | undefined) {
  const place = enterprise?.division;
  return place ? { value: place.code, label: place.name } : null;
}

/** Saves, and publishes where that was asked; a refusal of either keeps all that was typed. */
function useSaving(
  position: OwnPosition | undefined,
  enterpriseId: string,
  onSaved: Props['onSaved'],
) {
  const t = useWords(writingWords);
  const [key] = useState(newKey);
  const saving = useSavePosition();
  const stepping = useStep();
  // What is saved already when publishing is refused: the next press changes it, not a second one.
  const known = useRef<Pick<OwnPosition, 'id' | 'version'> | undefined>(position);
  const [refusal, setRefusal] = useState<unknown>();
  const [kept, setKept] = useState<Draft>();
  const client = useQueryClient();
  const wasPublishing = useRef(false);

  async function save(draft: Draft, isPublishing: boolean) {
    setRefusal(undefined);
    setKept(undefined);
    wasPublishing.current = isPublishing;
    try {
      const input = inputOf(draft);
      const saved = await saving.mutateAsync({ input, enterpriseId, known: known.current, key });
      known.current = saved;
      setKept(draft);
      if (isPublishing) known.current = await stepping.mutateAsync({ ...saved, step: 'publish' });
      const { title, state } = saved;
      const said = isPublishing
        ? t.published(title)
        : state === 'draft'
          ? t.savedDraft
          : t.saved(title);
      showToast({ text: said });
      onSaved(saved.id, isPublishing);
    } catch (error) {
      setRefusal(error);
    }
  }

  /** As it stands on the server, when somebody else changed it. */
  async function read() {
    const id = known.current?.id ?? '';
    const fresh = await client.fetchQuery({ ...ownPositionQuery(id), staleTime: 0 });
    const accept = () => {
      known.current = fresh;
    };
    return { values: draftOf(fresh), accept };
  }

  /** What was pressed before. */
  const again = (draft: Draft) => save(draft, wasPublishing.current);

  return { save, again, read, refusal, kept, isPending: saving.isPending || stepping.isPending };
}
