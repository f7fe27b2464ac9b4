// SPDX-License-Identifier: GPL-3.0-or-later
import { agree } from './en/agree.ts';
import { begin } from './en/begin.ts';
import { brought } from './en/brought.ts';
import { cli } from './en/cli.ts';
import { copies } from './en/copies.ts';
import { desktop } from './en/desktop.ts';
import { door } from './en/door.ts';
import { drill } from './en/drill.ts';
import { escrowRecovery } from './en/escrow-recovery.ts';
import { escrowCli } from './en/escrow-cli.ts';
import { escrowPerson } from './en/escrow-person.ts';
import { escrowScreens } from './en/escrow-screens.ts';
import { regain } from './en/regain.ts';
import { probe } from './en/probe.ts';
import { rekey } from './en/rekey.ts';
import { escrow } from './en/escrow.ts';
import { failureExchange } from './en/failure-exchange.ts';
import { failureWallet } from './en/failure-wallet.ts';
import { failureBackup } from './en/failure-backup.ts';
import { failureFiles } from './en/failure-files.ts';
import { failureReading } from './en/failure-reading.ts';
import { placeNote } from './en/place-note.ts';
import { note } from './en/note.ts';
import { report } from './en/report.ts';
import { rescue } from './en/rescue.ts';
import { help } from './en/help.ts';
import { hint } from './en/hint.ts';
import { frame } from './en/frame.ts';
import { history } from './en/history.ts';
import { money } from './en/money.ts';
import { moving } from './en/moving.ts';
import { paper } from './en/paper.ts';
import { people } from './en/people.ts';
import { privacy } from './en/privacy.ts';
import { protection } from './en/protection.ts';
import { reading } from './en/reading.ts';
import { safety } from './en/safety.ts';
import { settings } from './en/settings.ts';
import { sheet } from './en/sheet.ts';
import { shell } from './en/shell.ts';
import { terminal } from './en/terminal.ts';
import { typing } from './en/typing.ts';
import { undo } from './en/undo.ts';

/** Every sentence in English: the language the others are translated from, and the one their parameters are read from. */
export const en = {
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
} as const;
