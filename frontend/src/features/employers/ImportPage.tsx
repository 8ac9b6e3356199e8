import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../api/client';
import type { ImportReport } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { faultOf, withoutColumns } from '../../lib/importFile';
import { BackLink } from '../../ui/BackLink';
import { Button, ButtonLink } from '../../ui/Button';
import { Banner } from '../../ui/feedback/Banner';
import { showToast } from '../../ui/feedback/toast';
import { FileField } from '../../ui/form/FileField';
import { Form } from '../../ui/form/Form';
import { useForm } from '../../ui/form/useForm';
import { WidePage } from '../../ui/WidePage';
import { ImportMapping } from './ImportMapping';
import { ImportReportView } from './ImportReportView';
import { importsQuery, type Mapping, useImport, useUndoImport } from './imports/api';
import { importWords } from './imports/words';
import { PastImports } from './PastImports';

interface Chosen {
  files: File[];
  mapping: Mapping;
  /** Of this file with this mapping: a second press brings nothing twice. */
  key: string;
}

/** A table of positions: tried, put right, brought in, and taken back where it was wrong. */
export function ImportPage() {
  const t = useWords(importWords);
  const send = useImport();
  const lacking = withoutColumns(send.error);
  const form = useForm<Chosen>({
    initial: useState((): Chosen => ({ files: [], mapping: {}, key: newKey() }))[0],
    check: ({ files: [chosen] }) => {
      const fault = chosen && faultOf(chosen);
      return { files: chosen ? fault && t.fault[fault](chosen.name) : t.noFile };
    },
    // Columns that are not there are chosen below, in fields of their own.
    refusal: lacking ? undefined : send.error,
  });
  const { files, mapping, key } = form.values;
  const [file] = files;
  const report = send.data;
  const isTried = report?.dry_run === true && Object.keys(report.mapping).length > 0;
  // A trial speaks only of the columns it was made with.
  const isCurrent = send.variables?.mapping === mapping;
  const field = form.field('files');
  useTitle(t.title);

  function choose(chosen: File[]) {
    send.reset();
    form.set({ files: chosen, mapping: {}, key: newKey() });
  }

  return (
    <WidePage
      title={t.title}
      lead={t.lead}
      back={<BackLink to="/org/positions">{t.back}</BackLink>}
    >
      <Form
        form={form}
        submit={isTried || lacking ? t.readAgain : t.read}
        refusedTitle={t.notRead}
        isPending={send.isPending}
        onSubmit={() => file && send.mutate({ file, mapping })}
      >
        <FileField
          id={field.id}
          label={t.file}
          hint={t.fileHint}
          error={field.error}
          files={files}
          onChange={choose}
          accept=".xlsx,.csv"
        />
        {lacking && <Banner tone="warn" title={t.lacking} isNews />}
        {lacking && (
          <ImportMapping
            report={lacking}
            mapping={mapping}
            onChange={(changed) => form.set({ mapping: changed, key: newKey() })}
          />
        )}
        {isTried && report && (
          <ImportMapping
            report={report}
            mapping={mapping}
            onChange={(changed) => form.set({ mapping: changed, key: newKey() })}
          />
        )}
      </Form>
      {report && <ImportReportView report={report} />}
      {isTried && isCurrent && report && file && (
        <Bring
          report={report}
          isPending={send.isPending}
          onBring={(mode) => send.mutate({ file, mapping, key, mode })}
        />
      )}
      {report && !report.dry_run && <Done report={report} />}
      <PastImports />
    </WidePage>
  );
}

interface BringProps {
  report: ImportReport;
  isPending: boolean;
  onBring: (mode: 'all' | 'good') => void;
}

function Bring({ report, isPending, onBring }: BringProps) {
  const t = useWords(importWords);
  const format = useFormat();
  const { accepted, refused } = report;
  if (accepted === 0) return <Banner tone="warn">{t.none}</Banner>;
  const rows = format.number(accepted);
  return (
    <p>
      <Button isPending={isPending} onClick={() => onBring(refused > 0 ? 'good' : 'all')}>
        {refused > 0 ? t.bringGood(rows) : t.bringAll(rows)}
      </Button>
    </p>
  );
}

function Done({ report }: { report: ImportReport }) {
  const t = useWords(importWords);
  const format = useFormat();
  const undo = useUndoImport();
  const { import_id: id } = report;
  // It may also be taken back in the list below.
  const { data: past } = useQuery(importsQuery);
  const isUndone = past?.some((one) => one.id === id && one.state === 'undone');
  const takeBack = async () => {
    if (!id) return;
    const { removed, kept } = await undo.mutateAsync(id);
    showToast({ text: t.undone(removed, kept.length) });
  };
  if (isUndone) return <Banner tone="info" title={t.isUndone} isNews />;
  return (
    <Banner tone="success" title={t.done(format.number(report.written))} isNews>
      <ButtonLink to="/org/positions" variant="secondary">
        {t.look}
      </ButtonLink>{' '}
      {id && !undo.isSuccess && (
        <Button
          variant="quiet"
          isPending={undo.isPending}
          onClick={() => void takeBack().catch(() => showToast({ text: t.notUndone }))}
        >
          {t.undo}
        </Button>
      )}
    </Banner>
  );
}
