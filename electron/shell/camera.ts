// SPDX-License-Identifier: GPL-3.0-or-later
import { systemPreferences } from 'electron';
import { isOurPage } from './ask.ts';

/** How long a page that said it wants the camera may ask for it: the system's own question takes its time. */
const WANTED_MS = 120_000;

/** Whether the window's page may have the camera now. */
export type CameraGate = {
  readonly want: (wanted: boolean) => void;
  readonly mayHave: (url: string, isMainFrame: boolean, kinds: readonly string[]) => boolean;
  /** macOS asks its user the first time; elsewhere the system says no by itself when there is no camera to have */
  readonly systemAllows: () => Promise<boolean>;
};

/** Closed until the page says that a sheet is to be shown, and again as soon as it says that it is not any more. */
export const cameraGate = (now: () => number): CameraGate => {
  let until = 0;
  return {
    want: (wanted) => {
      until = wanted ? now() + WANTED_MS : 0;
    },
    mayHave: (url, isMainFrame, kinds) =>
      now() < until && isMainFrame && isOurPage(url) && kinds.length > 0 && kinds.every((kind) => kind === 'video'),
    systemAllows: async () =>
      process.platform === 'darwin' ? await systemPreferences.askForMediaAccess('camera') : true,
  };
};
