import { useWords } from '../../../i18n/locale';
import { Button } from '../../Button';
import { Dialog } from '../../overlay/Dialog';
import { Form } from '../Form';
import { fieldId, useForm } from '../useForm';
import styles from './MergeDialog.module.css';
import type { Merge } from './merge';
import { mergeWords } from './words';

/** How each field of a form is called, and its value in words. */
export type FieldWords<T> = { [K in keyof T]-?: { label: string; say: (value: T[K]) => string } };

interface Props<T> {
  merge: Merge<T>;
  theirs: T;
  fields: FieldWords<T>;
  /** With what was chosen, in place of what the form holds. */
  onSave: (values: T) => void;
  onClose: () => void;
}

type Side = 'mine' | 'theirs';

/** Where two changed the same field, which of the two stays. */
export function MergeDialog<T extends object>({ merge, theirs, fields, ...on }: Props<T>) {
  const t = useWords(mergeWords);
  const { disputed, taken, values } = merge;
  const mark = (name: string) => `merge-${name}`;
  const form = useForm<Record<string, Side | undefined>>({
    initial: {},
    check: (chosen) =>
      Object.fromEntries(
        disputed.map((name) => [mark(name), chosen[mark(name)] ? undefined : t.choose]),
      ),
  });
  const all = (side: Side) =>
    form.set(Object.fromEntries(disputed.map((name) => [mark(name), side])));
  const lead = disputed.length > 0 ? t.disputed(disputed.length) : t.agreed;
  return (
    <Dialog title={t.title} onClose={on.onClose} isWide>
      <Form
        form={form}
        submit={t.save}
        onSubmit={(chosen) => {
          const others = disputed.filter((name) => chosen[mark(name)] === 'theirs');
          const back = Object.fromEntries(others.map((name) => [name, theirs[name]]));
          on.onSave({ ...values, ...back });
        }}
        beside={
          <Button variant="secondary" onClick={on.onClose}>
            {t.later}
          </Button>
        }
      >
        <p>{disputed.length + taken.length > 0 ? lead : t.unchanged}</p>
        {disputed.length > 1 && (
          <div className={styles.all}>
            <Button variant="secondary" onClick={() => all('mine')}>
              {t.allMine}
            </Button>
            <Button variant="secondary" onClick={() => all('theirs')}>
              {t.allTheirs}
            </Button>
          </div>
        )}
        {disputed.map((name) => (
          <Disputed
            key={name}
            id={fieldId(mark(name))}
            label={fields[name].label}
            said={{
              mine: fields[name].say(values[name]) || t.empty,
              theirs: fields[name].say(theirs[name]) || t.empty,
            }}
            error={form.inner(mark(name)).error}
            value={form.values[mark(name)]}
            onChange={(side) => form.set({ [mark(name)]: side })}
          />
        ))}
        {taken.length > 0 && <p>{t.taken(taken.map((name) => fields[name].label).join(t.and))}</p>}
      </Form>
    </Dialog>
  );
}

interface DisputedProps {
  id: string;
  label: string;
  said: Record<Side, string>;
  error: string | undefined;
  value: Side | undefined;
  onChange: (side: Side) => void;
}

function Disputed({ id, label, said, error, value, onChange }: DisputedProps) {
  const t = useWords(mergeWords);
  const whose = { mine: t.mine, theirs: t.theirs };
  return (
    <fieldset id={id} aria-describedby={error && `${id}-error`}>
      <legend className={styles.name}>{label}</legend>
      <div className={styles.sides}>
        {(['mine', 'theirs'] as const).map((side) => (
          <label key={side} className={styles.side} data-chosen={value === side}>
            <input
              type="radio"
              name={id}
              checked={value === side}
              onChange={() => onChange(side)}
            />
            <span className={styles.whose}>{whose[side]}</span>
            <span className={styles.said}>{said[side]}</span>
          </label>
        ))}
      </div>
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      )}
    </fieldset>
  );
}
