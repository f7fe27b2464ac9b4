// SPDX-License-Identifier: GPL-3.0-or-later
import { agree } from './de/agree.ts';
import { begin } from './de/begin.ts';
import { brought } from './de/brought.ts';
import { cli } from './de/cli.ts';
import { copies } from './de/copies.ts';
import { desktop } from './de/desktop.ts';
import { door } from './de/door.ts';
import { drill } from './de/drill.ts';
import { escrowRecovery } from './de/escrow-recovery.ts';
import { escrowCli } from './de/escrow-cli.ts';
import { escrowPerson } from './de/escrow-person.ts';
import { escrowScreens } from './de/escrow-screens.ts';
import { regain } from './de/regain.ts';
import { probe } from './de/probe.ts';
import { rekey } from './de/rekey.ts';
import { escrow } from './de/escrow.ts';
import { failureExchange } from './de/failure-exchange.ts';
import { failureWallet } from './de/failure-wallet.ts';
import { failureBackup } from './de/failure-backup.ts';
import { failureFiles } from './de/failure-files.ts';
import { failureReading } from './de/failure-reading.ts';
import { placeNote } from './de/place-note.ts';
import { note } from './de/note.ts';
import { report } from './de/report.ts';
import { rescue } from './de/rescue.ts';
import { help } from './de/help.ts';
import { hint } from './de/hint.ts';
import { frame } from './de/frame.ts';
import { history } from './de/history.ts';
import { money } from './de/money.ts';
import { moving } from './de/moving.ts';
import { paper } from './de/paper.ts';
import { people } from './de/people.ts';
import { privacy } from './de/privacy.ts';
import { protection } from './de/protection.ts';
import { reading } from './de/reading.ts';
import { safety } from './de/safety.ts';
import { settings } from './de/settings.ts';
import { sheet } from './de/sheet.ts';
import { shell } from './de/shell.ts';
import { terminal } from './de/terminal.ts';
import { typing } from './de/typing.ts';
import { undo } from './de/undo.ts';
import type { en } from './en.ts';

/** Every sentence in German; one that is missing does not compile. */
export const de: Readonly<Record<keyof typeof en, string>> = {
  ...agree,
  ...begin,
  ...frame,
  ...money,
  ...people,
  ...paper,
  ...copies,
  ...privacy,
  ...protection,
  ...reading,
  ...safety,
  ...desktop,
  ...door,
  ...drill,
  ...escrowCli,
  ...escrowPerson,
  ...escrowScreens,
  ...regain,
  ...probe,
  ...rekey,
  ...escrowRecovery,
  ...escrow,
  ...settings,
  ...sheet,
  ...shell,
  ...cli,
  ...terminal,
  ...typing,
  ...undo,
  ...brought,
  ...moving,
  ...history,
  ...failureExchange,
  ...failureWallet,
  ...failureBackup,
  ...failureFiles,
  ...failureReading,
  ...placeNote,
  ...note,
  ...report,
  ...rescue,
  ...help,
  ...hint,
};
