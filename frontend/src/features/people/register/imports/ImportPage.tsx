import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../../../api/client';
import { useFormat } from '../../../../i18n/format';
import { useWords } from '../../../../i18n/locale';
import { useTitle } from '../../../../i18n/useTitle';
import { faultOf, withoutColumns } from '../../../../lib/importFile';
import { BackLink } from '../../../../ui/BackLink';
import { Button } from '../../../../ui/Button';
import { Card } from '../../../../ui/Card';
import { Banner } from '../../../../ui/feedback/Banner';
import { ErrorNote } from '../../../../ui/feedback/ErrorNote';
import { Progress } from '../../../../ui/feedback/Progress';
import { FileField } from '../../../../ui/form/FileField';
import { WidePage } from '../../../../ui/WidePage';
import { importsQuery, type Mapping, useImport } from './api';
import { Columns } from './Columns';
import { EarlierImports } from './EarlierImports';
import styles from './imports.module.css';
import { Problems } from './Problems';
import { importWords } from './words';

/** A list of people from a table: tried first, written when it is seen to be right. */
export function ImportPage() {
  const t = useWords(importWords);
  const format = useFormat();
  const [file, setFile] = useState<File>();
  const [mapping, setMapping] = useState<Mapping>({});
  const [key, setKey] = useState(newKey);
  const attempt = useImport();
  const write = useImport();
  useTitle(t.title);

  /** Changes nothing on the server; what was written from this page before is no longer meant. */
  function tryOut(chosen: File | undefined, columns: Mapping) {
    setFile(chosen);
    setMapping(columns);
    setKey(newKey());
    write.reset();
    if (chosen && !faultOf(chosen)) attempt.mutate({ file: chosen, mapping: columns });
    else attempt.reset();
  }

  const fault = file && faultOf(file);
  const lacking = withoutColumns(attempt.error);
  const report = attempt.data;
  const written = write.data;
  const { data: earlier } = useQuery(importsQuery);
  const isUndone = earlier?.some(
    ({ id, state }) => id === written?.import_id && state === 'undone',
  );
  const commit = (mode: 'all' | 'good') =>
    file && write.mutate({ file, mapping, commit: { mode, key } });
  return (
    <WidePage title={t.title} lead={t.lead} back={<BackLink to="/people">{t.back}</BackLink>}>
      <Card>
        <FileField
          label={t.file}
          hint={t.fileHint}
          error={fault && t.fault[fault](file.name)}
          accept=".xlsx,.csv"
          files={file ? [file] : []}
          onChange={([chosen]) => tryOut(chosen, {})}
        />
        {attempt.isPending && <Progress label={t.trying} done={0} />}
        {attempt.error && !lacking && <ErrorNote error={attempt.error} title={t.notRead} />}
      </Card>
      {lacking && (
        <>
          <Banner tone="warn" title={t.lacking} isNews />
          <Columns report={lacking} given={mapping} onChange={(to) => tryOut(file, to)} />
        </>
      )}
      {report && !written && (
        <>
          <Banner tone={report.refused > 0 ? 'warn' : 'success'} isNews title={t.tried}>
            {t.result(
              format.number(report.rows),
              format.number(report.accepted),
              format.number(report.refused),
            )}
          </Banner>
          <Problems report={report} />
          <Columns report={report} given={mapping} onChange={(to) => tryOut(file, to)} />
          {write.error && <ErrorNote error={write.error} title={t.notWritten} />}
          <div className={styles.buttons}>
            {report.accepted > 0 && (
              <Button
                isPending={write.isPending}
                onClick={() => commit(report.refused > 0 ? 'good' : 'all')}
              >
                {report.refused > 0
                  ? t.writeGood(format.number(report.accepted))
                  : t.writeAll(format.number(report.accepted))}
              </Button>
            )}
            <p className={styles.note}>{report.refused > 0 ? t.goodOnly : t.undoLater}</p>
          </div>
        </>
      )}
      {written && !isUndone && (
        <Banner tone="success" isNews title={t.written(format.number(written.written))}>
          {t.undoLater}
        </Banner>
      )}
      <EarlierImports />
    </WidePage>
  );
}
