import type { ReactNode } from 'react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../../i18n/locale';
import { ApiError, isOutdated } from '../../lib/ApiError';
import { Button } from '../Button';
import { ErrorNote } from '../feedback/ErrorNote';
import { uiWords } from '../words';
import { ErrorSummary } from './ErrorSummary';
import styles from './Form.module.css';
import type { FieldWords, MergeDialog as LoadedDialog } from './merge/MergeDialog';
import { mergeOf } from './merge/merge';
import { mergeWords } from './merge/words';
import { stayInBox, useAfterBox } from './useAfterBox';
import type { FormState } from './useForm';

/** Only who shares a record with others ever needs it. */
const MergeDialog = lazy(async () => ({
  default: (await import('./merge/MergeDialog')).MergeDialog,
})) as typeof LoadedDialog;

/** When somebody else changed the same record since the form was opened. */
export interface Meanwhile<T> {
  /** What stands now. Once accepted, saving goes against it; until then it would be refused again. */
  read: () => Promise<{ values: T; accept: () => void }>;
  fields: FieldWords<T>;
  /** Saves what was settled on; as the button does, when nothing is said. */
  onSave?: (values: T) => void;
}

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
  /** Better than reading anew: what both changed is shown, and nothing that was typed is lost. */
  meanwhile?: Meanwhile<T>;
  /** Where some fields stand on other pages: goes to a wrong one. */
  onFollow?: (field: string) => void;
  isDanger?: boolean;
  /** Above a refusal that is about no field; as a rule, that it was not saved. */
  refusedTitle?: string;
  children: ReactNode;
}

/** Fields in one column, what is wrong above them, and the button with its verb below. */
export function Form<T extends object>(props: Props<T>) {
  const { form, onSubmit, submit, isPending, beside, onReload, isDanger, refusedTitle, children } =
    props;
  const { meanwhile } = props;
  const late = useLate(form, meanwhile ? { onSave: onSubmit, ...meanwhile } : null);
  // Each try says anew what is wrong, and takes the focus there.
  const [tries, setTries] = useState(0);
  const send = useAfterBox(() => {
    if (isPending) return;
    if (form.isFit()) onSubmit(form.values);
    else setTries(tries + 1);
  });
  return (
    <>
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
        {late.isLate ? (
          <Late look={late.look} error={late.failure ?? form.refusal} />
        ) : (
          <Refused form={form} title={refusedTitle} onReload={onReload} />
        )}
        {children}
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
      {late.dialog}
    </>
  );
}

/** Somebody else was faster: what they changed, field by field, and one's own kept beside it. */
function useLate<T extends object>(form: FormState<T>, meanwhile: Required<Meanwhile<T>> | null) {
  const [now, setNow] = useState<{ values: T; accept: () => void }>();
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { refusal } = form;
  const isLate = meanwhile !== null && isOutdated(refusal);

  function look() {
    setFailure(undefined);
    meanwhile?.read().then((read) => {
      setNow(read);
      setOpen(true);
    }, setFailure);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal.
  useEffect(() => {
    if (isLate) look();
  }, [refusal]);

  function settle(values: T) {
    now?.accept();
    if (now) form.kept(now.values);
    form.set(values);
    setOpen(false);
    if (form.isFit(undefined, values)) meanwhile?.onSave(values);
  }

  // Beside the form, not in it: a form in a form is none.
  const dialog = meanwhile && now && isOpen && (
    <Suspense>
      <MergeDialog
        merge={mergeOf(form.start, form.values, now.values)}
        theirs={now.values}
        fields={meanwhile.fields}
        onSave={(values) => settle(values as T)}
        onClose={() => setOpen(false)}
      />
    </Suspense>
  );
  return { isLate, failure, look, dialog };
}

/** That nothing was overwritten, and the way back to what differs. */
function Late({ error, look }: { error: unknown; look: () => void }) {
  const t = useWords(uiWords);
  const words = useWords(mergeWords);
  return (
    <ErrorNote error={error} title={t.outdated}>
      <Button variant="secondary" onClick={look}>
        {words.look}
      </Button>
    </ErrorNote>
  );
}

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
  const isLate = isOutdated(refusal);
  return (
    <ErrorNote error={refusal} title={isLate ? t.outdated : (title ?? t.notSaved)}>
      {isLate && onReload && (
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
