// SPDX-License-Identifier: GPL-3.0-or-later
import { useCallback, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { AppStateView } from '../../../shared/contract.ts';
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import type { FailureView } from '../../../shared/view.ts';
import { ask, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { usualPaper } from '../copies/print-buttons.tsx';
import { SheetButtons } from '../copies/sheet-buttons.tsx';
import { Sheet } from '../copies/sheet.tsx';
import { SheetEntry } from '../typing/sheet-entry.tsx';
import { isBegun, isCodeAlone, isTyped, NOTHING_TYPED, readiness, textOf, type Typed } from '../typing/typed.ts';
import { DrillRows } from './drill-rows.tsx';

/** The page as it is printed, and beside it the test whether it brings everything back. */
export const FirstPaper = ({ app, onDone }: { readonly app: AppStateView; readonly onDone: () => void }): ReactNode => {
  const { sheet, failure, pending, reveal } = useSheet(app.settingUp === 'fresh');
  const [paper, setPaper] = useState(usualPaper);
  const { typed, write, run, test, isRunning, lacksLines } = useTest();
  const report = test.answer?.ok === true ? test.answer.value : undefined;
  if (isRunning || report !== undefined)
    return <DrillRows report={report} onAgain={() => write(NOTHING_TYPED)} onDone={onDone} />;
  return (
    <div className="begin-columns" data-wide="start">
      <section aria-label={t('begin.paper.page')} className="begin-page">
        {sheet === undefined ? (
          <RevealForm
            asksPassphrase={app.protection === 'passphrase' && app.settingUp !== 'fresh'}
            pending={pending}
            failure={failure}
            onReveal={(passphrase) => void reveal(passphrase)}
          />
        ) : (
          <>
            <div className="actions">
              <SheetButtons paper={paper} onPaper={setPaper}>
                {null}
              </SheetButtons>
            </div>
            <Sheet sheet={sheet} paper={paper} />
          </>
        )}
      </section>
      <form
        className="card form"
        aria-label={t('begin.paper.test')}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void run(typed);
        }}
      >
        <h2>{t('begin.paper.test')}</h2>
        <p>{t('begin.paper.test.words')}</p>
        <SheetEntry
          typed={typed}
          onChange={write}
          failure={test.answer?.ok === false ? test.answer.error : undefined}
          asksLines
          help={t('sheet.test.help')}
        />
        {lacksLines ? (
          <Notice tone="warn" live>
            <p>{t('sheet.test.lines')}</p>
          </Notice>
        ) : null}
        {isTyped(typed) ? (
          <div className="actions">
            <Button look="primary" icon="check" type="submit">
              {t('begin.paper.test.do')}
            </Button>
          </div>
        ) : null}
      </form>
    </div>
  );
};

/** What was read of the page, and the test of it: a page that was shown or opened whole is tested without another press. */
const useTest = () => {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [lacksLines, setLacksLines] = useState(false);
  const test = useRequest('drill.run');
  const [isRunning, setRunning] = useState(false);
  const run = async (written: Typed): Promise<void> => {
    if (isRunning || !isTyped(written)) return;
    setLacksLines(isCodeAlone(written));
    if (isCodeAlone(written)) return;
    setRunning(true);
    // Who is quicker than the next round would be told that the copies are behind.
    await ask('backup.run', {});
    const answer = await test.send({ recoveryText: textOf(written) });
    setRunning(false);
    // The secret stays on the screen no longer than it is needed.
    if (answer.ok) setTyped(NOTHING_TYPED);
  };
  const write = (written: Typed): void => {
    const cameWhole = !isBegun(typed) && isWhole(written);
    setTyped(written);
    setLacksLines(false);
    test.reset();
    if (cameWhole) void run(written);
  };
  return { typed, write, run, test, isRunning, lacksLines };
};

/** A whole code with where its copies are; nobody types that in one go. */
const isWhole = ({ way, groups, lines, text }: Typed): boolean =>
  way === 'groups'
    ? readiness(groups) === 'whole' && lines.trim() !== ''
    : /\bEND\b/i.test(text.slice(text.search(/HOLDFAST|$/i)));

/** The sheet as long as this screen is there; the wallet is told when it is not any more. `atOnce`: whoever just made the wallet is its owner. */
const useSheet = (atOnce: boolean) => {
  const [sheet, setSheet] = useState<RecoverySheetView>();
  const [failure, setFailure] = useState<FailureView>();
  const [pending, setPending] = useState(false);
  const isThere = useRef(true);
  const reveal = useCallback(async (passphrase?: string): Promise<void> => {
    setPending(true);
    setFailure(undefined);
    const answer = await ask('sheet.reveal', passphrase === undefined ? {} : { passphrase });
    if (!isThere.current) return;
    setPending(false);
    if (answer.ok) setSheet(answer.value);
    else setFailure(answer.error);
  }, []);
  useEffect(() => {
    isThere.current = true;
    if (atOnce) void reveal();
    return () => {
      isThere.current = false;
      void ask('sheet.hide', {});
    };
    // Only when the screen comes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return { sheet, failure, pending, reveal };
};

/** Before the page of a wallet that was opened again is shown, its owner is asked. */
const RevealForm = ({
  asksPassphrase,
  pending,
  failure,
  onReveal,
}: {
  readonly asksPassphrase: boolean;
  readonly pending: boolean;
  readonly failure: FailureView | undefined;
  readonly onReveal: (passphrase?: string) => void;
}): ReactNode => {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className="card form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (pending || (asksPassphrase && passphrase === '')) return;
        onReveal(asksPassphrase ? passphrase : undefined);
        setPassphrase('');
      }}
    >
      <p>{t('begin.paper.around')}</p>
      {asksPassphrase ? (
        <Field
          label={t('locked.passphrase')}
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
          maxLength={1024}
        />
      ) : null}
      <Failure failure={failure} />
      <div className="actions">
        <Button look="primary" icon="sheet" type="submit" pending={pending}>
          {t('begin.paper.show')}
        </Button>
      </div>
    </form>
  );
};
