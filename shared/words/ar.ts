// SPDX-License-Identifier: GPL-3.0-or-later
import { agree } from './ar/agree.ts';
import { begin } from './ar/begin.ts';
import { brought } from './ar/brought.ts';
import { cli } from './ar/cli.ts';
import { copies } from './ar/copies.ts';
import { desktop } from './ar/desktop.ts';
import { door } from './ar/door.ts';
import { drill } from './ar/drill.ts';
import { escrowRecovery } from './ar/escrow-recovery.ts';
import { escrowCli } from './ar/escrow-cli.ts';
import { escrowPerson } from './ar/escrow-person.ts';
import { escrowScreens } from './ar/escrow-screens.ts';
import { regain } from './ar/regain.ts';
import { probe } from './ar/probe.ts';
import { rekey } from './ar/rekey.ts';
import { escrow } from './ar/escrow.ts';
import { failureExchange } from './ar/failure-exchange.ts';
import { failureWallet } from './ar/failure-wallet.ts';
import { failureBackup } from './ar/failure-backup.ts';
import { failureFiles } from './ar/failure-files.ts';
import { failureReading } from './ar/failure-reading.ts';
import { placeNote } from './ar/place-note.ts';
import { note } from './ar/note.ts';
import { report } from './ar/report.ts';
import { rescue } from './ar/rescue.ts';
import { help } from './ar/help.ts';
import { hint } from './ar/hint.ts';
import { frame } from './ar/frame.ts';
import { history } from './ar/history.ts';
import { money } from './ar/money.ts';
import { moving } from './ar/moving.ts';
import { paper } from './ar/paper.ts';
import { people } from './ar/people.ts';
import { privacy } from './ar/privacy.ts';
import { protection } from './ar/protection.ts';
import { reading } from './ar/reading.ts';
import { safety } from './ar/safety.ts';
import { settings } from './ar/settings.ts';
import { sheet } from './ar/sheet.ts';
import { shell } from './ar/shell.ts';
import { terminal } from './ar/terminal.ts';
import { typing } from './ar/typing.ts';
import { undo } from './ar/undo.ts';
import type { en } from './en.ts';

/** Every sentence in Arabic; one that is missing does not compile. */
export const ar: Readonly<Record<keyof typeof en, string>> = {
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
