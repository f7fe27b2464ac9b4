// SPDX-License-Identifier: GPL-3.0-or-later
import { agree } from './fr/agree.ts';
import { begin } from './fr/begin.ts';
import { brought } from './fr/brought.ts';
import { cli } from './fr/cli.ts';
import { copies } from './fr/copies.ts';
import { desktop } from './fr/desktop.ts';
import { door } from './fr/door.ts';
import { drill } from './fr/drill.ts';
import { escrowRecovery } from './fr/escrow-recovery.ts';
import { escrowCli } from './fr/escrow-cli.ts';
import { escrowPerson } from './fr/escrow-person.ts';
import { escrowScreens } from './fr/escrow-screens.ts';
import { regain } from './fr/regain.ts';
import { probe } from './fr/probe.ts';
import { rekey } from './fr/rekey.ts';
import { escrow } from './fr/escrow.ts';
import { failureExchange } from './fr/failure-exchange.ts';
import { failureWallet } from './fr/failure-wallet.ts';
import { failureBackup } from './fr/failure-backup.ts';
import { failureFiles } from './fr/failure-files.ts';
import { failureReading } from './fr/failure-reading.ts';
import { placeNote } from './fr/place-note.ts';
import { note } from './fr/note.ts';
import { report } from './fr/report.ts';
import { rescue } from './fr/rescue.ts';
import { help } from './fr/help.ts';
import { hint } from './fr/hint.ts';
import { frame } from './fr/frame.ts';
import { history } from './fr/history.ts';
import { money } from './fr/money.ts';
import { moving } from './fr/moving.ts';
import { paper } from './fr/paper.ts';
import { people } from './fr/people.ts';
import { privacy } from './fr/privacy.ts';
import { protection } from './fr/protection.ts';
import { reading } from './fr/reading.ts';
import { safety } from './fr/safety.ts';
import { settings } from './fr/settings.ts';
import { sheet } from './fr/sheet.ts';
import { shell } from './fr/shell.ts';
import { terminal } from './fr/terminal.ts';
import { typing } from './fr/typing.ts';
import { undo } from './fr/undo.ts';
import type { en } from './en.ts';

// One word for each thing. A place that keeps copies is « emplacement », an issuer « émetteur », change « monnaie », a piece of money
// « pièce », a fee « frais », a request « demande », a shop « boutique », play money « argent fictif ». The recovery sheet is « feuille de
// secours », its secret « secret de secours », a share « part » of a « partage »; escrow is « dépôt de confiance », a way to prove who one
// is « moyen de preuve ». A sheet is « relue » and « vérifiée », a drill « exercice », a way « essayé ». What a person stops is « annulé »,
// another wallet « repris », this one « quitté », a device that does not lead « à l’arrêt ». Spaces before ; : ! ? are plain here.

/** Every sentence in French; one that is missing does not compile. */
export const fr: Readonly<Record<keyof typeof en, string>> = {
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
