// SPDX-License-Identifier: GPL-3.0-or-later
import { nativeTheme, type BrowserWindow } from 'electron';
import type { Settings } from '../../shared/settings.ts';

/** Whether the system itself is set to high contrast. */
export const wantsContrast = (): boolean => nativeTheme.shouldUseHighContrastColors;

/** Light or dark, for the page and for what the system draws round it; high contrast keeps the system's choice of the two. */
export const applyLook = ({ look }: Pick<Settings, 'look'>): void => {
  nativeTheme.themeSource = look === 'light' || look === 'dark' ? look : 'system';
};

/** What shows before the page does. */
export const groundColour = ({ look }: Pick<Settings, 'look'>): string => {
  const isContrast = look === 'contrast' || (look === 'system' && wantsContrast());
  if (nativeTheme.shouldUseDarkColors) return isContrast ? '#000000' : '#0f1615';
  return isContrast ? '#ffffff' : '#f3f5f3';
};

/** Follows the settings in a window that is open. */
export const applySettings = (window: BrowserWindow, settings: Settings): void => {
  applyLook(settings);
  if (window.isDestroyed()) return;
  window.setBackgroundColor(groundColour(settings));
  window.webContents.setZoomFactor(settings.size / 100);
};

/** Calls when the system changed between light, dark and high contrast. */
export const onSystemLook = (changed: () => void): void => void nativeTheme.on('updated', changed);
