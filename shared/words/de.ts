// SPDX-License-Identifier: GPL-3.0-or-later
import { en } from './en.ts';

/** Every sentence in German. */
export const de: Readonly<Record<keyof typeof en, string>> = { ...en };
