// SPDX-License-Identifier: GPL-3.0-or-later
import { dialog, type BrowserWindow } from 'electron';

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
