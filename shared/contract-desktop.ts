// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { nothing, text } from './contract-fields.ts';
import type { LinkView } from './links.ts';

// What the window asks of the system it runs on.

/** Schemas of those inputs. */
export const desktopInputs = {
  /** the link that waits longest; it waits until it was taken */
  'app.link': nothing,
  'app.takeLink': nothing,
  /** the page shows, or does not show any more, what is money to whoever photographs the screen */
  'app.secretShown': z.strictObject({ on: z.boolean() }),
  /** puts a text into the clipboard that is money to whoever pastes it; it is taken out again after a minute, if it is still there */
  'app.copySecret': z.strictObject({ text: text(8192) }),
} as const;

/** Outputs by request name. */
export type DesktopOutputs = {
  'app.link': { readonly link: LinkView | null };
  'app.takeLink': { readonly link: LinkView | null };
  'app.secretShown': Record<string, never>;
  'app.copySecret': Record<string, never>;
};
