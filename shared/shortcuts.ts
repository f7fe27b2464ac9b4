// SPDX-License-Identifier: GPL-3.0-or-later
import type { PlainKey } from './words/words.ts';

/** A place of the window that a key leads to, in its menu and on the page that lists them. */
export type Shortcut = { readonly keys: string; readonly name: PlainKey; readonly to: string };

/** The pages by their keys, the four places in the order of the sidebar first. `Mod` is the command key of a Mac, and control elsewhere. */
export const PAGE_KEYS: readonly Shortcut[] = [
  { keys: 'Mod+1', name: 'nav.money', to: '/' },
  { keys: 'Mod+2', name: 'nav.history', to: '/history' },
  { keys: 'Mod+3', name: 'nav.protection', to: '/protection' },
  { keys: 'Mod+4', name: 'nav.settings', to: '/settings' },
  { keys: 'Mod+D', name: 'menu.add', to: '/add' },
  { keys: 'Mod+P', name: 'menu.pay', to: '/pay' },
  { keys: 'Mod+S', name: 'menu.send', to: '/send' },
  { keys: 'Mod+E', name: 'menu.request', to: '/request' },
];

/** The keys of the field that takes anything; what is pasted outside every field goes there, too. */
export const DOOR_KEYS: readonly { readonly keys: string; readonly name: PlainKey }[] = [
  { keys: 'Mod+V', name: 'door.key.paste' },
  { keys: 'Mod+K', name: 'door.key.go' },
];

/** What the window itself does by keys, wherever one is. */
export const WINDOW_KEYS: readonly { readonly keys: string; readonly name: PlainKey; readonly does: WindowDeed }[] = [
  { keys: 'Mod+Plus', name: 'menu.larger', does: 'larger' },
  { keys: 'Mod+-', name: 'menu.smaller', does: 'smaller' },
  { keys: 'Mod+0', name: 'menu.usualSize', does: 'usual-size' },
  { keys: 'F11', name: 'menu.fullScreen', does: 'full-screen' },
  { keys: 'Mod+/', name: 'menu.shortcuts', does: 'shortcuts' },
  { keys: 'Mod+Q', name: 'menu.quit', does: 'quit' },
];

export type WindowDeed = 'larger' | 'smaller' | 'usual-size' | 'full-screen' | 'shortcuts' | 'quit';
