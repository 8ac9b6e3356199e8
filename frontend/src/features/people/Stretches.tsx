import { newKey } from '../../api/client';
import type { Branch } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/form/Select';
import { TextField } from '../../ui/form/TextField';
import { type Stretch, stretchLacks } from './draft';
import { historyWords } from './history/words';
import styles from './ProfileForm.module.css';

interface Props {
  kind: 'service' | 'work';
  stretches: Stretch[];
  onChange: (stretches: Stretch[]) => void;
  /** After a try to save: say what is missing. */
  isChecked: boolean;
}

/** What somebody did, one stretch after the other. */
export default function Stretches({ kind, stretches, onChange, isChecked }: Props) {
  const t = useWords(historyWords);
  const words = t.stretches[kind];
  const fresh: Stretch = { id: newKey(), title: '', from: '', to: '', text: '' };
  if (kind === 'service') fresh.branch = 'army';
  return (
    <section className={styles.questions}>
      <div>
        <h2>{words.title}</h2>
        <p className={styles.hint}>{words.hint}</p>
      </div>
      {stretches.map((stretch, index) => (
        <OneStretch
          key={stretch.id}
          legend={words.one(index + 1)}
          stretch={stretch}
          lacks={isChecked ? stretchLacks(stretch) : undefined}
          onChange={(changed) =>
            onChange(stretches.map((one) => (one.id === stretch.id ? changed : one)))
          }
          onRemove={() => onChange(stretches.filter((one) => one.id !== stretch.id))}
        />
      ))}
      <p>
        <Button variant="secondary" onClick={() => onChange([...stretches, fresh])}>
          {words.add}
        </Button>
      </p>
    </section>
  );
}

interface OneProps {
  legend: string;
  stretch: Stretch;
  lacks: 'title' | 'from' | 'to' | undefined;
  onChange: (stretch: Stretch) => void;
  onRemove: () => void;
}

function OneStretch({ legend, stretch, lacks, onChange, onRemove }: OneProps) {
  const t = useWords(historyWords);
  const words = t.stretches[stretch.branch === undefined ? 'work' : 'service'];
  const id = (field: string) => `${field}-${stretch.id}`;
  return (
    <fieldset className={styles.stretch}>
      <legend className={styles.legend}>{legend}</legend>
      {stretch.branch !== undefined && (
        <Select
          label={t.branchLabel}
          value={stretch.branch}
          options={(Object.keys(t.branch) as Branch[]).map((value) => ({
            value,
            label: t.branch[value],
          }))}
          onChange={(branch) => onChange({ ...stretch, branch })}
        />
      )}
      <TextField
        id={id('title')}
        label={words.what}
        hint={words.whatHint}
        value={stretch.title}
        onChange={(title) => onChange({ ...stretch, title })}
        error={lacks === 'title' ? t.lacks.title : undefined}
      />
      <div className={styles.years}>
        <TextField
          id={id('from')}
          label={t.from}
          value={stretch.from}
          onChange={(from) => onChange({ ...stretch, from })}
          inputMode="numeric"
          maxLength={4}
          error={lacks === 'from' ? t.lacks.from : undefined}
        />
        <TextField
          id={id('to')}
          label={t.to}
          value={stretch.to}
          onChange={(to) => onChange({ ...stretch, to })}
          inputMode="numeric"
          maxLength={4}
          error={lacks === 'to' ? t.lacks.to : undefined}
        />
      </div>
      <TextField
        label={t.did}
        hint={words.didHint}
        value={stretch.text}
        onChange={(text) => onChange({ ...stretch, text })}
        maxLength={1000}
        isLong
      />
      <p>
        <Button variant="quiet" onClick={onRemove}>
          {t.removeStretch(legend)}
        </Button>
      </p>
    </fieldset>
  );
}
