// SPDX-License-Identifier: GPL-3.0-or-later
import { dialog, systemPreferences, type BrowserWindow } from 'electron';

/** Asks for a folder to keep backups in; null when the person changed their mind. */
export const chooseFolder = async (window: BrowserWindow): Promise<string | null> => {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Choose a folder for backups',
    buttonLabel: 'Use this folder',
    properties: ['openDirectory', 'createDirectory', 'promptToCreate', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
};

/** Asks where the printed sheet goes; null when the person changed their mind. The name says nothing about the wallet. */
export const choosePdfFile = async (window: BrowserWindow): Promise<string | null> => {
  const answer = await dialog.showSaveDialog(window, {
    title: 'Save the recovery sheet as PDF',
    defaultPath: 'recovery-sheet.pdf',
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
};

/** Asks whether the recovery sheet may be shown. Escape, closing the dialog and the key that is pressed by habit all mean no. */
export const askBeforeReveal = async (window: BrowserWindow): Promise<boolean> => {
  const buttons = ['Cancel', 'Show the sheet'];
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Holdfast',
    message: 'Show the recovery sheet?',
    detail:
      'Whoever reads the sheet owns the money in this wallet. Look around you first. If you did not ask for this yourself, cancel.',
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer.response === buttons.indexOf('Show the sheet');
};

/** The Mac's fingerprint sensor, when it can be asked now; its answer is no when the person cancels. */
export const touchSensor = (): (() => Promise<boolean>) | undefined =>
  process.platform === 'darwin' && systemPreferences.canPromptTouchID()
    ? () =>
        systemPreferences.promptTouchID('show the recovery sheet').then(
          () => true,
          () => false,
        )
    : undefined;
