// SPDX-License-Identifier: GPL-3.0-or-later
import { agree } from './es/agree.ts';
import { begin } from './es/begin.ts';
import { brought } from './es/brought.ts';
import { cli } from './es/cli.ts';
import { copies } from './es/copies.ts';
import { desktop } from './es/desktop.ts';
import { door } from './es/door.ts';
import { drill } from './es/drill.ts';
import { escrowRecovery } from './es/escrow-recovery.ts';
import { escrowCli } from './es/escrow-cli.ts';
import { escrowPerson } from './es/escrow-person.ts';
import { escrowScreens } from './es/escrow-screens.ts';
import { regain } from './es/regain.ts';
import { probe } from './es/probe.ts';
import { rekey } from './es/rekey.ts';
import { escrow } from './es/escrow.ts';
import { failureExchange } from './es/failure-exchange.ts';
import { failureWallet } from './es/failure-wallet.ts';
import { failureBackup } from './es/failure-backup.ts';
import { failureFiles } from './es/failure-files.ts';
import { failureReading } from './es/failure-reading.ts';
import { placeNote } from './es/place-note.ts';
import { note } from './es/note.ts';
import { report } from './es/report.ts';
import { rescue } from './es/rescue.ts';
import { help } from './es/help.ts';
import { hint } from './es/hint.ts';
import { frame } from './es/frame.ts';
import { history } from './es/history.ts';
import { money } from './es/money.ts';
import { moving } from './es/moving.ts';
import { paper } from './es/paper.ts';
import { people } from './es/people.ts';
import { privacy } from './es/privacy.ts';
import { protection } from './es/protection.ts';
import { reading } from './es/reading.ts';
import { safety } from './es/safety.ts';
import { settings } from './es/settings.ts';
import { sheet } from './es/sheet.ts';
import { shell } from './es/shell.ts';
import { terminal } from './es/terminal.ts';
import { typing } from './es/typing.ts';
import { undo } from './es/undo.ts';
import type { en } from './en.ts';

// One word for each thing. The wallet is «monedero», a place that keeps copies «lugar», an issuer «emisor», change «cambio», a piece of
// money «pieza de dinero», a fee «comisión», a request «solicitud», a shop «tienda», play money «dinero de juego», this computer «este
// equipo». The recovery sheet is «hoja de recuperación», its secret «secreto de recuperación», a share «parte» of a «reparto»; escrow is
// «custodia», a way to prove who one is «vía». A sheet is «releída» and «comprobada», a drill «simulacro», a way «ensayada». What a person
// stops is «anulado», another wallet «tomado», this one «dejado», a device that does not lead «detenido». A person is «usted».

/** Every sentence in Spanish; one that is missing does not compile. */
export const es: Readonly<Record<keyof typeof en, string>> = {
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
