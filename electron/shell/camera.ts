// SPDX-License-Identifier: GPL-3.0-or-later
import { isOurPage } from './ask.ts';

/** How long a page that said it wants the camera may ask for it: the system's own question takes its time. */
const WANTED_MS = 120_000;

/** Whether the window's page may have the camera now. */
export type CameraGate = {
  readonly want: (wanted: boolean) => void;
  /** `kinds` is all that is asked for at once, `video` and `audio` as Chromium names them */
  readonly mayHave: (url: string, isMainFrame: boolean, kinds: readonly string[]) => boolean;
  /** The same, once the system has asked its person as well; no when it cannot be asked, or the page has let go of the camera meanwhile. */
  readonly grants: (url: string, isMainFrame: boolean, kinds: readonly string[]) => Promise<boolean>;
};

/**
 * Closed until the page says that a sheet is to be shown, and again as soon as it says that it is not any more. `systemAllows` asks the
 * system's person where the system does not do it by itself.
 */
export const cameraGate = (now: () => number, systemAllows: () => Promise<boolean>): CameraGate => {
  let until = 0;
  const mayHave: CameraGate['mayHave'] = (url, isMainFrame, kinds) =>
    now() < until && isMainFrame && isOurPage(url) && kinds.length > 0 && kinds.every((kind) => kind === 'video');
  return {
    want: (wanted) => {
      until = wanted ? now() + WANTED_MS : 0;
    },
    mayHave,
    grants: async (...asked) => {
      if (!mayHave(...asked)) return false;
      const allowed = await systemAllows().catch(() => false);
      // Its person may think about the system's question for longer than a page may ask.
      return allowed && until > 0;
    },
  };
};
