// SPDX-License-Identifier: GPL-3.0-or-later
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { WindowDeed } from '../../shared/shortcuts.ts';
import { acceleratorOf, type MenuItem, type MenuOf } from './menu-items.ts';

export type MenuDeeds = {
  readonly go: (to: string) => void;
  readonly does: (deed: WindowDeed) => void;
};

/** Sets the menus of the whole program: a Mac shows them above every window, elsewhere Alt does; their keys work in any case. */
export const setMenus = (menus: readonly MenuOf[], deeds: MenuDeeds): void => {
  const own: readonly MenuItemConstructorOptions[] = menus.map(({ label, items }) => ({
    label,
    submenu: items.map((item) => itemOf(item, deeds)),
  }));
  // The Mac's own first menu is named after the program and has what belongs to it.
  const first: readonly MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...first, ...own]));
};

const itemOf = (item: MenuItem, { go, does }: MenuDeeds): MenuItemConstructorOptions => {
  if (item === 'line') return { type: 'separator' };
  if ('role' in item) return { label: item.label, role: item.role };
  const click = (): void => ('to' in item ? go(item.to) : does(item.does));
  return { label: item.label, accelerator: acceleratorOf(item.keys), click };
};
