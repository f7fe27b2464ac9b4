// SPDX-License-Identifier: GPL-3.0-or-later
import { Menu, nativeImage, Tray } from 'electron';
import type { Words } from '../../shared/words/words.ts';
import { trayBitmap, type TrayState } from './tray-icon.ts';

export type StateTray = {
  /** `state`: how safe the money is, or `closed` while no wallet is open */
  readonly show: (state: TrayState, words: Words) => void;
};

/** Points of the bar's icons; a Mac's are smaller, and a screen may have two pixels for each. */
const SIZE = process.platform === 'darwin' ? 18 : 16;

/** The icon beside the clock. A desktop without a place for one goes without. */
export const createStateTray = (show: () => void, quit: () => void): StateTray => {
  let tray: Tray | undefined;
  let shown = '';
  return {
    show: (state, words) => {
      const word = state === 'closed' ? undefined : words.t(`safetyState.${state}`);
      const now = `${state} ${words.locale}`;
      if (shown === now) return;
      shown = now;
      try {
        tray ??= made(imageOf(state), show);
        tray.setImage(imageOf(state));
        tray.setToolTip(word === undefined ? 'Holdfast' : words.t('tray.state', { state: word }));
        tray.setContextMenu(
          Menu.buildFromTemplate([
            ...stateItems(word),
            { label: words.t('menu.show'), click: show },
            { label: words.t('menu.quit'), click: quit },
          ]),
        );
      } catch {
        // The same state stands in the window and its title.
        tray = undefined;
      }
    },
  };
};

/** A wallet that is not open has no state to tell. */
const stateItems = (word: string | undefined): Electron.MenuItemConstructorOptions[] =>
  word === undefined ? [] : [{ label: word, enabled: false }, { type: 'separator' }];

const made = (image: Electron.NativeImage, show: () => void): Tray => {
  const tray = new Tray(image);
  tray.on('click', show);
  return tray;
};

const imageOf = (state: TrayState): Electron.NativeImage => {
  const isTemplate = process.platform === 'darwin';
  const image = nativeImage.createEmpty();
  for (const scale of [1, 2]) {
    const pixels = SIZE * scale;
    image.addRepresentation({
      scaleFactor: scale,
      width: pixels,
      height: pixels,
      buffer: Buffer.from(trayBitmap(state, pixels, isTemplate)),
    });
  }
  image.setTemplateImage(isTemplate);
  return image;
};
