// SPDX-License-Identifier: GPL-3.0-or-later
import { dialog, systemPreferences, type BrowserWindow } from 'electron';
import type { Words } from '../../shared/words/words.ts';

/** Asks for a folder to keep backups in, opened at `at`; null when the person changed their mind. */
export const chooseFolder = async (window: BrowserWindow, { t }: Words, at?: string): Promise<string | null> => {
  const answer = await dialog.showOpenDialog(window, {
    title: t('shell.folder.title'),
    buttonLabel: t('shell.folder.do'),
    ...(at === undefined ? {} : { defaultPath: at }),
    properties: ['openDirectory', 'createDirectory', 'promptToCreate', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
};

/** Asks where the printed sheet goes; null when the person changed their mind. `name` is what it is called there, and says nothing about the wallet. */
export const choosePdfFile = async (window: BrowserWindow, { t }: Words, name: string): Promise<string | null> => {
  const answer = await dialog.showSaveDialog(window, {
    title: t('shell.pdf.title'),
    defaultPath: `${name}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
};

/** Asks whether links are to be opened here. Escape means that everything stays as it is. */
export const askToOpenLinks = async (window: BrowserWindow, { t }: Words): Promise<boolean> => {
  const answer = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Holdfast',
    message: t('shell.links.message'),
    detail: t('shell.links.words'),
    buttons: [t('shell.links.not'), t('shell.links.do')],
    defaultId: 1,
    cancelId: 0,
    noLink: true,
  });
  return answer.response === 1;
};

/** Asks for the folder a wallet is kept in, opened at `at`; null when the person changed their mind. */
export const choosePlace = async (window: BrowserWindow, { t }: Words, at: string): Promise<string | null> => {
  const answer = await dialog.showOpenDialog(window, {
    title: t('shell.place.title'),
    buttonLabel: t('shell.place.do'),
    defaultPath: at,
    properties: ['openDirectory', 'createDirectory', 'promptToCreate', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
};

/** Asks where the report goes; null when the person changed their mind. */
export const chooseReportFile = async (window: BrowserWindow, { t }: Words): Promise<string | null> => {
  const answer = await dialog.showSaveDialog(window, {
    title: t('shell.report.title'),
    defaultPath: 'holdfast-report.txt',
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
};

/** Asks where the exported history goes; null when the person changed their mind. */
export const chooseHistoryFile = async (
  window: BrowserWindow,
  { t }: Words,
  format: 'csv' | 'json',
): Promise<string | null> => {
  const answer = await dialog.showSaveDialog(window, {
    title: t('shell.history.title'),
    defaultPath: `holdfast-history.${format}`,
    filters: [{ name: format.toUpperCase(), extensions: [format] }],
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
};

/** Asks about a page that died again and again (`died`), or does not answer. Escape means to wait, or to end the program. */
export const askAboutPage = async (window: BrowserWindow, { t }: Words, what: 'died' | 'hangs'): Promise<boolean> => {
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Holdfast',
    message: t(`shell.page.${what}`),
    detail: t('shell.page.words'),
    buttons: [t(`shell.page.${what}.not`), t('shell.page.do')],
    defaultId: 1,
    cancelId: 0,
    noLink: true,
  });
  return answer.response === 1;
};

/** Asks whether the recovery sheet may be shown. Escape, closing the dialog and the key that is pressed by habit all mean no. */
export const askBeforeReveal = async (window: BrowserWindow, { t }: Words): Promise<boolean> => {
  const buttons = [t('shell.reveal.cancel'), t('shell.reveal.do')];
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Holdfast',
    message: t('shell.reveal.message'),
    detail: t('shell.reveal.words'),
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer.response === 1;
};

/** Asks whether to close although money would be lost with this computer. Escape and closing the dialog mean no. */
export const askToQuit = async (
  window: BrowserWindow,
  question: { readonly message: string; readonly detail: string },
  { t }: Words,
): Promise<boolean> => {
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Holdfast',
    ...question,
    buttons: [t('shell.quit.cancel'), t('shell.quit.do')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer.response === 1;
};

/** The Mac's fingerprint sensor, when it can be asked now; its answer is no when the person cancels. */
export const touchSensor = ({ t }: Words): (() => Promise<boolean>) | undefined =>
  process.platform === 'darwin' && systemPreferences.canPromptTouchID()
    ? () =>
        systemPreferences.promptTouchID(t('shell.reveal.sensor')).then(
          () => true,
          () => false,
        )
    : undefined;

/** Asks macOS whether its person allows the camera: it asks them the first time. Elsewhere the system says no by itself when there is no camera to have. */
export const systemAllowsCamera = async (): Promise<boolean> =>
  process.platform === 'darwin' ? await systemPreferences.askForMediaAccess('camera') : true;
