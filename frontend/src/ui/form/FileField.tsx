import { FileText, Trash2, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '../../i18n/locale';
import { IconButton } from '../IconButton';
import { uiWords } from '../words';
import { Field, type FieldProps, useFieldControl } from './Field';
import styles from './FileField.module.css';

interface Props extends FieldProps {
  files: readonly File[];
  onChange: (files: File[]) => void;
  /** As in HTML: `.xlsx,.csv`, `image/*`. */
  accept?: string;
  isMany?: boolean;
  sizeMaxMb?: number;
  /** A phone opens its camera. */
  withCamera?: boolean;
}

/** Files to send: chosen, dropped or photographed; each can be taken out again. */
export function FileField(props: Props) {
  const { files, onChange, accept, isMany, sizeMaxMb = 10, withCamera, ...field } = props;
  const t = useWords(uiWords);
  const input = useRef<HTMLInputElement>(null);
  const [tooBig, setTooBig] = useState<string>();
  const [isOver, setOver] = useState(false);
  const error = field.error ?? (tooBig && t.fileTooBig(tooBig, sizeMaxMb));
  const hint = field.hint ?? t.fileLimit(sizeMaxMb);
  const control = useFieldControl({ ...field, hint, error });

  function add(list: FileList) {
    const chosen = [...list];
    const fitting = chosen.filter(({ size }) => size <= sizeMaxMb * 1_000_000);
    setTooBig(chosen.find((file) => !fitting.includes(file))?.name);
    if (fitting.length > 0) onChange(isMany ? [...files, ...fitting] : fitting.slice(0, 1));
  }

  return (
    <Field {...field} id={control.id} hint={hint} error={error}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input is the first. */}
      <div
        className={styles.drop}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
      >
        <Upload aria-hidden="true" className={styles.icon} />
        <span>{isMany || files.length === 0 ? t.chooseFile : t.chooseOther}</span>
        <input
          {...control}
          ref={input}
          type="file"
          className={styles.input}
          accept={accept}
          multiple={isMany}
          capture={withCamera ? 'environment' : undefined}
          onChange={(event) => {
            if (event.target.files) add(event.target.files);
            // So that the same file can be chosen again after it was taken out.
            event.target.value = '';
          }}
        />
      </div>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={`${file.name} ${file.lastModified}`} className={styles.file}>
              <FileText aria-hidden="true" className={styles.icon} />
              <span className={styles.name}>{file.name}</span>
              <span className={styles.size}>{t.kilobytes(Math.ceil(file.size / 1000))}</span>
              <IconButton
                icon={Trash2}
                label={t.removeFile(file.name)}
                onClick={() => {
                  onChange(files.filter((one) => one !== file));
                  input.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
