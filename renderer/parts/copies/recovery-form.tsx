// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import type { Answers } from './answers.tsx';
import { SheetEntry } from '../typing/sheet-entry.tsx';
import { NOTHING_TYPED, isTyped, textOf, type Typed } from '../typing/typed.ts';
import { useGivenLink } from '../base/given-link.ts';
import { goesOn, keepSheet, keptSheet, type TypedOn } from './kept-sheet.ts';
import { Folders, Places, placesNamed, Questions } from './where-copies.tsx';

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
  isAnswered = false,
  onSubmit,
  onTouched,
  keep,
  children,
}: {
  readonly action: string;
  readonly waiting: string;
  readonly pending: boolean;
  /** there is a question below, whose button stands out */
  readonly isAnswered?: boolean;
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
    <form
      className="card form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
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
          look={isAnswered ? 'plain' : 'primary'}
          icon="restore"
          type="submit"
          pending={pending || questions.pending}
          disabled={!isTyped(typed)}
        >
          {action}
        </Button>
      </div>
      {pending ? <Pending waiting={waiting} /> : null}
    </form>
  );
};

/** It goes on while its person is elsewhere. */
const Pending = ({ waiting }: { readonly waiting: string }): ReactNode => (
  <>
    <p className="detail" role="status">
      {waiting}
    </p>
    <p>
      <Link href="/">{t('restore.leave')}</Link>
    </p>
  </>
);

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
  useGivenLink(`/${keep}`, (text) => write({ ...NOTHING_TYPED, way: 'text', text }));
  const named = placesNamed(places);
  const run = (): void =>
    onSubmit({
      recoveryText: textOf(typed),
      ...(folders.length === 0 ? {} : { folders: [...folders] }),
      ...(named.length === 0 ? {} : { places: named }),
      ...(Object.keys(answers).length === 0 ? {} : { answers }),
    });
  const submit = async (): Promise<void> => {
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
  const begin = useRef(submit);
  useEffect(() => {
    if (goesOn(keep)) void begin.current();
  }, [keep]);
  return { typed, write, folders, setFolders, places, setPlaces, asked, answers, setAnswers, questions, submit };
};
