// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { RecoveryQuestionView } from '../../../shared/view-restore.ts';
import { ask, useRequest } from '../../bridge.ts';
import { called, row, t } from '../../words.ts';
import { Button, NumberedArea } from '../base/controls.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Section } from '../base/layout.tsx';
import { AnswerFields, type Answers } from './answers.tsx';
import { SheetEntry } from '../typing/sheet-entry.tsx';
import { isTyped, textOf, type Typed } from '../typing/typed.ts';
import { keepSheet, keptSheet, type TypedOn } from './kept-sheet.ts';

/** What a sheet says, where on this computer its folders are, and what its providers ask for that is not on it, by provider id. */
export type Recovery = {
  readonly recoveryText: string;
  readonly folders?: string[];
  readonly places?: string[];
  readonly answers?: Record<string, Record<string, string>>;
};

/**
 * The recovery text and the folders with copies; `children` stands between them and the button. A sheet whose providers ask for more, such
 * as a password, is answered in a second step.
 */
export const RecoveryForm = ({
  action,
  waiting,
  pending,
  onSubmit,
  onTouched,
  keep,
  children,
}: {
  readonly action: string;
  readonly waiting: string;
  readonly pending: boolean;
  readonly onSubmit: (recovery: Recovery) => void;
  /** something else is written now: what was said of it before is not said of this */
  readonly onTouched: () => void;
  /** the page under whose name what is typed outlives a walk to another page */
  readonly keep: TypedOn;
  readonly children?: ReactNode;
}): ReactNode => {
  const { typed, write, folders, setFolders, places, setPlaces, asked, answers, setAnswers, questions, submit } =
    useRecovery(keep, pending, onSubmit);
  return (
    <form className="card form" onSubmit={(event) => void submit(event)}>
      <SheetEntry
        typed={typed}
        onChange={(written) => {
          write(written);
          onTouched();
        }}
        failure={questions.answer?.ok === false ? questions.answer.error : undefined}
        asksLines
        disabled={pending}
        help={t('restore.text.help')}
      />
      <Folders folders={folders} disabled={pending} onChange={setFolders} />
      {asked?.namesNoPlace === true ? <Places places={places} onChange={setPlaces} /> : null}
      {asked === undefined || asked.questions.length === 0 ? null : (
        <Questions asked={asked.questions} answers={answers} disabled={pending} onChange={setAnswers} />
      )}
      {children}
      <div className="actions">
        <Button
          look="primary"
          icon="restore"
          type="submit"
          pending={pending || questions.pending}
          disabled={!isTyped(typed)}
        >
          {action}
        </Button>
      </div>
      {pending ? (
        <>
          <p className="detail" role="status">
            {waiting}
          </p>
          <p>
            <Link href="/">{t('restore.leave')}</Link>
          </p>
        </>
      ) : null}
    </form>
  );
};

/** What is typed and answered, and the sending of it: at once, or after what the providers on the sheet ask for. */
const useRecovery = (keep: TypedOn, pending: boolean, onSubmit: (recovery: Recovery) => void) => {
  const [typed, setTyped] = useState(() => keptSheet(keep));
  const [folders, setFolders] = useState<readonly string[]>([]);
  const [places, setPlaces] = useState('');
  const questions = useRequest('restore.questions');
  const [answers, setAnswers] = useState<Readonly<Record<string, Answers>>>({});
  const asked = questions.answer?.ok === true ? questions.answer.value : undefined;
  const write = (written: Typed): void => {
    setTyped(written);
    keepSheet(keep, written);
    questions.reset();
  };
  const named = places.split('\n').filter((place) => place.trim() !== '');
  const run = (): void =>
    onSubmit({
      recoveryText: textOf(typed),
      ...(folders.length === 0 ? {} : { folders: [...folders] }),
      ...(named.length === 0 ? {} : { places: named }),
      ...(Object.keys(answers).length === 0 ? {} : { answers }),
    });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (pending || questions.pending || !isTyped(typed)) return;
    if (asked !== undefined) {
      run();
      return;
    }
    const heard = await questions.send({ recoveryText: textOf(typed) });
    // Pointing at a folder is an answer to where copies are.
    const isWhere = heard.ok && (!heard.value.namesNoPlace || folders.length > 0);
    if (heard.ok && heard.value.questions.length === 0 && isWhere) run();
  };
  return { typed, write, folders, setFolders, places, setPlaces, asked, answers, setAnswers, questions, submit };
};

/** The code alone does not say where copies are: their addresses, a line each. */
const Places = ({
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

const Folders = ({
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

const Questions = ({
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
