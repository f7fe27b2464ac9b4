// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import { ask, useAnswer, useRequest } from '../bridge.ts';
import { t } from '../messages.ts';
import { Button, NumberedArea } from '../parts/controls.tsx';
import { Failure, Notice } from '../parts/failure.tsx';
import { PageHead, Section, Waiting } from '../parts/layout.tsx';
import { RestoreReport } from '../parts/restore-report.tsx';

/** The recovery text goes in; who answered, what was found and what it is worth comes out. */
export const RestorePage = (): ReactNode => {
  const status = useAnswer('backup.status', {});
  const restore = useRequest('restore.run');
  const report = restore.answer?.ok === true ? restore.answer.value : undefined;
  const initialized = status?.ok === true && status.value.state === 'initialized';
  return (
    <>
      <PageHead title={t('restore.title')} lead={t('restore.lead')} />
      {report !== undefined ? (
        <>
          <RestoreReport report={report} />
          <div className="actions">
            <Link className="button" data-look="primary" href="/">
              {t('restore.toOverview')}
            </Link>
          </div>
        </>
      ) : status === undefined ? (
        <Waiting />
      ) : !status.ok ? (
        <Failure failure={status.error} />
      ) : initialized && !restore.pending ? (
        <Notice tone="plain">
          <p>{t('restore.initialized')}</p>
          <p>
            <Link href="/computer">{t('restore.toComputer')}</Link>
          </p>
        </Notice>
      ) : (
        <RestoreForm
          pending={restore.pending}
          onRestore={(recoveryText, folders) =>
            void restore.send({ recoveryText, ...(folders.length === 0 ? {} : { folders: [...folders] }) })
          }
        />
      )}
      {restore.answer?.ok === false ? <Failure failure={restore.answer.error} /> : null}
    </>
  );
};

const RestoreForm = ({
  pending,
  onRestore,
}: {
  readonly pending: boolean;
  readonly onRestore: (text: string, folders: readonly string[]) => void;
}): ReactNode => {
  const [text, setText] = useState('');
  const [folders, setFolders] = useState<readonly string[]>([]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!pending && text.trim() !== '') onRestore(text, folders);
  };
  const pickFolder = async (): Promise<void> => {
    const answer = await ask('provider.chooseFolder', {});
    const directory = answer.ok ? answer.value.directory : null;
    if (directory !== null) setFolders((before) => (before.includes(directory) ? before : [...before, directory]));
  };
  return (
    <form className="card form" onSubmit={submit}>
      <NumberedArea label={t('restore.text')} value={text} onChange={setText} rows={10} help={t('restore.text.help')} />
      <Section
        title={t('restore.folders')}
        actions={
          <Button icon="folder" disabled={pending} onPress={() => void pickFolder()}>
            {t('restore.addFolder')}
          </Button>
        }
      >
        <p className="detail">{t('restore.folders.help')}</p>
        <ul className="folders">
          {folders.map((folder) => (
            <li key={folder}>
              <span className="address">{folder}</span>
              <Button
                look="quiet"
                disabled={pending}
                onPress={() => setFolders(folders.filter((each) => each !== folder))}
                label={t('restore.dropFolder.label', { folder })}
              >
                {t('restore.dropFolder')}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      <div className="actions">
        <Button look="primary" icon="restore" type="submit" pending={pending} disabled={text.trim() === ''}>
          {t('restore.do')}
        </Button>
      </div>
      {pending ? (
        <p className="detail" role="status">
          {t('restore.pending')}
        </p>
      ) : null}
    </form>
  );
};
