// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RecoveryQuestionView } from '../../../shared/view-restore.ts';
import { ask } from '../../bridge.ts';
import { called, row, t } from '../../words.ts';
import { Button, NumberedArea } from '../base/controls.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Section } from '../base/layout.tsx';
import { AnswerFields, type Answers } from './answers.tsx';

// Where copies are, as far as neither a sheet nor an escrow says it: asked before a restore.

/** The addresses that stand there, a line each. */
export const placesNamed = (text: string): string[] => text.split('\n').filter((place) => place.trim() !== '');

/** The code alone does not say where copies are: their addresses, a line each. */
export const Places = ({
  places,
  onChange,
}: {
  readonly places: string;
  readonly onChange: (places: string) => void;
}): ReactNode => (
  <div ref={useIntoView<HTMLDivElement>()}>
    <NumberedArea
      label={t('restore.places')}
      value={places}
      onChange={onChange}
      rows={3}
      help={t('restore.places.help')}
    />
  </div>
);

/** Folders and sticks with copies, picked on this computer. */
export const Folders = ({
  folders,
  disabled,
  onChange,
}: {
  readonly folders: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (folders: readonly string[]) => void;
}): ReactNode => {
  const pickFolder = async (): Promise<void> => {
    const answer = await ask('provider.chooseFolder', {});
    const directory = answer.ok ? answer.value.directory : null;
    if (directory !== null) onChange(folders.includes(directory) ? folders : [...folders, directory]);
  };
  return (
    <Section
      title={t('restore.folders')}
      actions={
        <Button icon="folder" disabled={disabled} onPress={() => void pickFolder()}>
          {t('restore.addFolder')}
        </Button>
      }
    >
      <p className="detail">{t('restore.folders.help')}</p>
      <ul className="folders">
        {folders.map((folder) => (
          <li key={folder}>
            <span className="address">{row(folder)}</span>
            <Button
              look="quiet"
              disabled={disabled}
              onPress={() => onChange(folders.filter((each) => each !== folder))}
              label={t('restore.dropFolder.label', { folder })}
            >
              {t('restore.dropFolder')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** What places ask for that is on no sheet, such as a password. */
export const Questions = ({
  asked,
  answers,
  disabled,
  onChange,
}: {
  readonly asked: readonly RecoveryQuestionView[];
  readonly answers: Readonly<Record<string, Answers>>;
  readonly disabled: boolean;
  readonly onChange: (answers: Readonly<Record<string, Answers>>) => void;
}): ReactNode => (
  <div ref={useIntoView<HTMLDivElement>()}>
    <Section title={t('restore.asks')}>
      <p className="detail">{t('restore.asks.help')}</p>
      {asked.map(({ provider, name, place, fields }) => (
        <div key={provider} role="group" aria-label={called(name, provider)}>
          <p>
            <strong>{called(name, provider)}</strong> <span className="address">{row(place)}</span>
          </p>
          <AnswerFields
            fields={fields}
            answers={answers[provider] ?? {}}
            onChange={(given) => onChange({ ...answers, [provider]: given })}
            disabled={disabled}
          />
        </div>
      ))}
    </Section>
  </div>
);
