import type { ReactNode } from 'react';
import { useState } from 'react';
import { useWords } from '../../i18n/locale';
import { ApiError } from '../../lib/ApiError';
import { Button } from '../Button';
import { ErrorNote } from '../feedback/ErrorNote';
import { uiWords } from '../words';
import { ErrorSummary } from './ErrorSummary';
import styles from './Form.module.css';
import { stayInBox, useAfterBox } from './useAfterBox';
import type { FormState } from './useForm';

interface Props<T> {
  form: FormState<T>;
  onSubmit: (values: T) => void;
  /** The verb on the button: what happens when it is pressed. */
  submit: ReactNode;
  isPending?: boolean;
  /** Beside the button: a second way out, such as going back. */
  beside?: ReactNode;
  /** Reads what stands on the server now, when somebody else changed it in between. */
  onReload?: () => void;
  /** Where some fields stand on other pages: goes to a wrong one. */
  onFollow?: (field: string) => void;
  isDanger?: boolean;
  /** Above a refusal that is about no field; as a rule, that it was not saved. */
  refusedTitle?: string;
  children: ReactNode;
}

/** Fields in one column, what is wrong above them, and the button with its verb below. */
export function Form<T>(props: Props<T>) {
  const { form, onSubmit, submit, isPending, beside, onReload, isDanger, refusedTitle } = props;
  // Each try says anew what is wrong, and takes the focus there.
  const [tries, setTries] = useState(0);
  const send = useAfterBox(() => {
    if (isPending) return;
    if (form.isFit()) onSubmit(form.values);
    else setTries(tries + 1);
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog's form stands inside the page's in the tree of components.
        event.stopPropagation();
        send();
      }}
    >
      <ErrorSummary key={tries} errors={form.wrong} onFollow={props.onFollow} />
      <Refused form={form} title={refusedTitle} onReload={onReload} />
      {props.children}
      <div className={styles.foot}>
        <Button
          type="submit"
          variant={isDanger ? 'danger' : 'primary'}
          isPending={isPending}
          onMouseDown={stayInBox}
        >
          {submit}
        </Button>
        {beside}
      </div>
    </form>
  );
}

const OUTDATED = 412;

interface RefusedProps<T> {
  form: FormState<T>;
  title?: string | undefined;
  onReload?: (() => void) | undefined;
}

/** A refusal that is about no field. */
export function Refused<T>({ form, title, onReload }: RefusedProps<T>) {
  const t = useWords(uiWords);
  const { refusal, wrong } = form;
  const hasFields = refusal instanceof ApiError && (refusal.problem.errors?.length ?? 0) > 0;
  if (!refusal || (hasFields && wrong.length > 0)) return null;
  const isOutdated = refusal instanceof ApiError && refusal.status === OUTDATED;
  return (
    <ErrorNote error={refusal} title={isOutdated ? t.outdated : (title ?? t.notSaved)}>
      {isOutdated && onReload && (
        <Button variant="secondary" onClick={onReload}>
          {t.readAnew}
        </Button>
      )}
    </ErrorNote>
  );
}

/** Fields that belong together, under their own heading. */
export function FormPart({ title, lead, children }: PartProps) {
  return (
    <section className={styles.part}>
      <div>
        <h2>{title}</h2>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {children}
    </section>
  );
}

interface PartProps {
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}

/** Two or three short fields beside each other, where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
