// SPDX-License-Identifier: GPL-3.0-or-later
import { useCallback, useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { AppStateView } from '../../shared/contract.ts';
import type { BackupStatusView, RecoverySheetView } from '../../shared/view-backup.ts';
import type { SharesView } from '../../shared/view-shares.ts';
import type { FailureView } from '../../shared/view.ts';
import { ask, useAnswer } from '../bridge.ts';
import { t } from '../words.ts';
import { Button, Field } from '../parts/base/controls.tsx';
import { Drawn } from '../parts/base/drawn.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Waiting } from '../parts/base/layout.tsx';
import { saying } from '../parts/base/saying.ts';
import { ReadBack, ReadBackForm } from '../parts/copies/read-back.tsx';
import { RekeyDoor } from '../parts/copies/rekey-progress.tsx';
import { OpenedShares } from '../parts/copies/opened-shares.tsx';
import { usualPaper, type PaperSize } from '../parts/copies/print-buttons.tsx';
import { SheetButtons } from '../parts/copies/sheet-buttons.tsx';
import { Sheet } from '../parts/copies/sheet.tsx';
import { Split, SplitsMade } from '../parts/copies/split.tsx';
import { StepsHere } from '../parts/frame/steps.tsx';

/** A revealed sheet hides itself: long enough to copy by hand with breaks, short enough for a desk somebody walked away from. */
const HIDE_AFTER_MS = 10 * 60_000;

/** The recovery sheet: revealed on purpose, forgotten when the page is left. */
export const SheetPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const status = useAnswer('backup.status', {});
  const { sheet, shares, setShares, failure, pending, reveal, hide, forget } = useSheet();
  const [paper, setPaper] = useState<PaperSize>(usualPaper);
  if (shares !== undefined) return <OpenedShares shares={shares} onBack={() => setShares(undefined)} onHide={hide} />;
  if (sheet !== undefined) {
    return (
      <>
        <PageHead
          title={t('sheet.title')}
          actions={
            <SheetButtons paper={paper} onPaper={setPaper}>
              <Button onPress={hide} icon="lock">
                {t('sheet.hide')}
              </Button>
            </SheetButtons>
          }
        />
        <Sheet sheet={sheet} paper={paper} />
        <Split onSplit={setShares} />
      </>
    );
  }
  return (
    <>
      <PageHead title={t('sheet.title')} lead={t('sheet.lead')} />
      <StepsHere />
      {status === undefined ? (
        <Waiting />
      ) : !status.ok ? (
        <Failure failure={status.error} />
      ) : status.value.state === 'uninitialized' ? (
        <div className="card empty">
          <Drawn name="sheet" />
          <p>{t('sheet.uninitialized')}</p>
          <Link className="button" data-look="primary" href="/protection">
            {t('sheet.toBackup')}
          </Link>
        </div>
      ) : (
        <>
          <NewSecret isUnderWay />
          <SheetNow status={status.value} />
          <RevealForm
            asksPassphrase={app.protection === 'passphrase'}
            pending={pending}
            failure={failure}
            onReveal={(passphrase) => void reveal(passphrase)}
            onTouched={forget}
          />
          {isOnPaper(status.value) ? (
            <ReadBack status={status.value} />
          ) : (
            <details className="card">
              <summary>{t('sheet.test.elsewhere')}</summary>
              <ReadBackForm status={status.value} />
            </details>
          )}
          {status.value.splits === undefined ? null : <SplitsMade splits={status.value.splits} />}
          <NewSecret isUnderWay={false} />
        </>
      )}
    </>
  );
};

/** Whether the paper in the drawer still suffices. */
const SheetNow = ({ status: { sheetSays = [] } }: { readonly status: BackupStatusView }): ReactNode =>
  sheetSays.length === 0 ? null : (
    <Notice tone={sheetSays[0]?.kind === 'still-all' ? 'good' : 'warn'}>
      <p>{saying('sheetTest', sheetSays)}</p>
    </Notice>
  );

/** One that is under way comes first on the page; the way to begin one last. */
const NewSecret = ({ isUnderWay }: { readonly isUnderWay: boolean }): ReactNode => {
  const under = useAnswer('rekey.progress', {});
  if (under?.ok !== true || (under.value.progress !== null) !== isUnderWay) return null;
  return <RekeyDoor progress={under.value.progress} />;
};

/** Before a sheet was shown there is none to read back. */
const isOnPaper = ({ sheetShown, sheetTestedAt }: BackupStatusView): boolean =>
  sheetShown === true || sheetTestedAt !== undefined;

/** The sheet while it is revealed. Leaving the page, or ten minutes, hides it; the wallet is told, for printing ends with that. */
const useSheet = () => {
  const [sheet, setSheet] = useState<RecoverySheetView>();
  const [shares, setShares] = useState<SharesView>();
  const [failure, setFailure] = useState<FailureView>();
  const [pending, setPending] = useState(false);

  const hide = useCallback(() => {
    setSheet(undefined);
    setShares(undefined);
    void ask('sheet.hide', {});
  }, []);

  useEffect(() => () => void ask('sheet.hide', {}), []);
  useEffect(() => {
    if (sheet === undefined) return undefined;
    const timer = setTimeout(hide, HIDE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [sheet, hide]);

  const reveal = async (passphrase?: string): Promise<void> => {
    setPending(true);
    setFailure(undefined);
    const answer = await ask('sheet.reveal', passphrase === undefined ? {} : { passphrase });
    setPending(false);
    if (answer.ok) setSheet(answer.value);
    else setFailure(answer.error);
  };
  const forget = (): void => setFailure(undefined);
  return { sheet, shares, setShares, failure, pending, reveal, hide, forget };
};

const RevealForm = ({
  asksPassphrase,
  pending,
  failure,
  onReveal,
  onTouched,
}: {
  readonly asksPassphrase: boolean;
  readonly pending: boolean;
  /** said where the passphrase was typed: what stands below is longer than the window */
  readonly failure: FailureView | undefined;
  readonly onReveal: (passphrase?: string) => void;
  readonly onTouched: () => void;
}): ReactNode => {
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (pending || (asksPassphrase && passphrase === '')) return;
    onReveal(asksPassphrase ? passphrase : undefined);
    setPassphrase('');
  };
  return (
    <form className="card form" onSubmit={submit}>
      <ul className="points">
        <li>{t('sheet.point.owner')}</li>
        <li>{t('sheet.point.nobody')}</li>
        <li>{t('sheet.point.around')}</li>
        {asksPassphrase ? null : <li>{t('sheet.point.asked')}</li>}
      </ul>
      {asksPassphrase ? (
        <Field
          label={t('locked.passphrase')}
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed);
            onTouched();
          }}
          maxLength={1024}
        />
      ) : null}
      <Failure failure={failure} />
      <div className="actions">
        <Button look="primary" icon="sheet" type="submit" pending={pending}>
          {t('sheet.reveal')}
        </Button>
      </div>
    </form>
  );
};
