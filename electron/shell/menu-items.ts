// SPDX-License-Identifier: GPL-3.0-or-later
import type { Words } from '../../shared/words/words.ts';
import { PAGE_KEYS, WINDOW_KEYS, type WindowDeed } from '../../shared/shortcuts.ts';

/** What a menu item does: something the system does by itself, a page, or a deed of the window. */
export type MenuItem =
  | { readonly label: string; readonly role: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' }
  | { readonly label: string; readonly keys: string; readonly to: string }
  | { readonly label: string; readonly keys: string; readonly does: WindowDeed }
  | 'line';
export type MenuOf = { readonly label: string; readonly items: readonly MenuItem[] };

const ROLES = ['undo', 'redo', 'line', 'cut', 'copy', 'paste', 'selectAll'] as const;
const LINE: MenuItem = 'line';

/** The menus of the window, the same on every system but for the Mac's own first one; `isOpen`: there are pages to go to. */
export const menusOf = ({ t }: Words, isOpen: boolean): readonly MenuOf[] => {
  const deeds = (...wanted: readonly WindowDeed[]): readonly MenuItem[] =>
    WINDOW_KEYS.filter(({ does }) => wanted.includes(does)).map(({ keys, name, does }) => ({
      label: t(name),
      keys,
      does,
    }));
  return [
    { label: t('menu.file'), items: deeds('quit') },
    {
      label: t('menu.edit'),
      items: ROLES.map((role): MenuItem => (role === 'line' ? LINE : { label: t(`menu.${role}`), role })),
    },
    ...(isOpen
      ? [{ label: t('menu.go'), items: PAGE_KEYS.map(({ keys, name, to }) => ({ label: t(name), keys, to })) }]
      : []),
    { label: t('menu.view'), items: [...deeds('larger', 'smaller', 'usual-size'), LINE, ...deeds('full-screen')] },
    { label: t('menu.help'), items: isOpen ? deeds('shortcuts') : [] },
  ].filter(({ items }) => items.length > 0);
};

/** A key as Electron names it. */
export const acceleratorOf = (keys: string): string => keys.replace(/^Mod\+/, 'CommandOrControl+');
