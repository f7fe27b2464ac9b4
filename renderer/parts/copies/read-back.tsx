// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { BackupStatusView, SheetTestView } from '../../../shared/view-backup.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button, NumberedArea } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';

/** What is on the paper goes in, and whether it brings everything back comes out. Only this makes a sheet count. */
export const ReadBack = ({ status }: { readonly status: BackupStatusView }): ReactNode => {
  const [text, setText] = useState('');
  const test = useRequest('sheet.test');
  const write = (written: string): void => {
    setText(written);
    test.reset();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (test.pending || text.trim() === '') return;
    const answer = await test.send({ recoveryText: text });
    // The secret stays on the screen no longer than it is needed.
    if (answer.ok) setText('');
  };
  return (
    <Section title={t('sheet.test.title')}>
      <form className="card form" onSubmit={(event) => void submit(event)}>
        <p>{t('sheet.test.words')}</p>
        <p className="detail">
          {status.sheetTestedAt === undefined
            ? t('sheet.test.never')
            : t('sheet.test.last', { at: status.sheetTestedAt })}
        </p>
        <NumberedArea label={t('restore.text')} value={text} onChange={write} rows={6} help={t('sheet.test.help')} />
        {test.answer?.ok === false ? <Failure failure={test.answer.error} /> : null}
        {test.answer?.ok === true ? <Tested view={test.answer.value} /> : null}
        <div className="actions">
          <Button look="primary" icon="check" type="submit" pending={test.pending} disabled={text.trim() === ''}>
            {t('sheet.test.do')}
          </Button>
        </div>
      </form>
    </Section>
  );
};

const Tested = ({ view }: { readonly view: SheetTestView }): ReactNode => {
  const good = view.said[0]?.kind === 'brings-all';
  return (
    <Notice tone={good ? 'good' : 'warn'} live>
      <p>{saying('sheetTest', view.said)}</p>
    </Notice>
  );
};
