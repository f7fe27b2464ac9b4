// SPDX-License-Identifier: GPL-3.0-or-later
import en from './messages/en.json' with { type: 'json' };

export type MessageKey = keyof typeof en;

/** The sentence for `key` with `{name}` places filled in; a missing key is a type error, so no screen can show one. */
export const t = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string =>
  en[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
