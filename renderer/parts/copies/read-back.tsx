// SPDX-License-Identifier: GPL-3.0-or-later
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { BackupStatusView, LastDrillView } from '../../../shared/view-backup.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';
import { useGivenLink } from '../base/given-link.ts';
import { Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';
import { SheetEntry } from '../typing/sheet-entry.tsx';
import { isCodeAlone, isTyped, NOTHING_TYPED, textOf, type Typed } from '../typing/typed.ts';
import { DrillProgress, DrillReport } from './drill.tsx';

/** What is on the paper goes in, and whether it brings everything back comes out. Only this makes a sheet count. */
export const ReadBack = ({ status }: { readonly status: BackupStatusView }): ReactNode => (
  <Section title={t('sheet.test.title')}>
    <ReadBackForm status={status} look="card form" />
  </Section>
);

/** The form of it alone, for a place that has a title already. */
export const ReadBackForm = ({
  status,
  look = 'form',
}: {
  readonly status: BackupStatusView;
  readonly look?: 'form' | 'card form';
}): ReactNode => {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [lacksLines, setLacksLines] = useState(false);
  const test = useRequest('drill.run');
  const write = (written: Typed): void => {
    setTyped(written);
    setLacksLines(false);
    test.reset();
  };
  const form = useRef<HTMLFormElement>(null);
  useGivenLink('/sheet', (text) => {
    write({ ...NOTHING_TYPED, way: 'text', text });
    // It may stand in a part that is folded away.
    form.current?.closest('details')?.setAttribute('open', '');
    form.current?.scrollIntoView({ block: 'nearest' });
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (test.pending || !isTyped(typed)) return;
    // Without addresses nothing can come back: all of it would be typed once more, after a failed test that says nothing of the paper.
    setLacksLines(isCodeAlone(typed));
    if (isCodeAlone(typed)) return;
    const answer = await test.send({ recoveryText: textOf(typed) });
    // The secret stays on the screen no longer than it is needed.
    if (answer.ok) setTyped(NOTHING_TYPED);
  };
  return (
    <form ref={form} className={look} onSubmit={(event) => void submit(event)}>
      <p>{t('sheet.test.words')}</p>
      <p className="detail">
        {status.sheetTestedAt === undefined
          ? t('sheet.test.never')
          : t('sheet.test.last', { at: status.sheetTestedAt })}
        {status.drill === undefined || status.drill.total.length === 0 ? null : (
          <> {saying('drill', [lastOf(status.drill)])}</>
        )}
      </p>
      <SheetEntry
        typed={typed}
        onChange={write}
        failure={test.answer?.ok === false ? test.answer.error : undefined}
        asksLines
        disabled={test.pending}
        help={t('sheet.test.help')}
      />
      {lacksLines ? (
        <Notice tone="warn" live>
          <p>{t('sheet.test.lines')}</p>
        </Notice>
      ) : null}
      {test.pending ? <DrillProgress /> : null}
      {test.answer?.ok === true ? <DrillReport report={test.answer.value} /> : null}
      <div className="actions">
        <Button look="primary" icon="check" type="submit" pending={test.pending} disabled={!isTyped(typed)}>
          {t('sheet.test.do')}
        </Button>
      </div>
    </form>
  );
};

const lastOf = ({ at, brought, total }: LastDrillView): Said<'drill'> =>
  brought.length === 0
    ? { kind: 'last-nothing', facts: { at, total } }
    : { kind: 'last', facts: { at, brought, total } };
