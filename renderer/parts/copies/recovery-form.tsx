// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { ask } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button, NumberedArea } from '../base/controls.tsx';
import { Section } from '../base/layout.tsx';

/** What a sheet says, and where on this computer its folders are. */
export type Recovery = { readonly recoveryText: string; readonly folders?: string[] };

/** The recovery text and the folders with copies; `children` stands between them and the button. */
export const RecoveryForm = ({
  action,
  waiting,
  pending,
  onSubmit,
  children,
}: {
  readonly action: string;
  readonly waiting: string;
  readonly pending: boolean;
  readonly onSubmit: (recovery: Recovery) => void;
  readonly children?: ReactNode;
}): ReactNode => {
  const [text, setText] = useState('');
  const [folders, setFolders] = useState<readonly string[]>([]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!pending && text.trim() !== '')
      onSubmit({ recoveryText: text, ...(folders.length === 0 ? {} : { folders: [...folders] }) });
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
      {children}
      <div className="actions">
        <Button look="primary" icon="restore" type="submit" pending={pending} disabled={text.trim() === ''}>
          {action}
        </Button>
      </div>
      {pending ? (
        <p className="detail" role="status">
          {waiting}
        </p>
      ) : null}
    </form>
  );
};
