// SPDX-License-Identifier: GPL-3.0-or-later
import type { LocalReader, LocalWriter } from './local.ts';

/** Whether an issuer or place came with copies that may not lead there, and its person has not named it since. */
export const isUnconfirmed = (local: Pick<LocalReader, 'mark'>, id: string): boolean =>
  local.mark('unconfirmed')?.includes(id) === true;

/** Its person has named it: it is spoken to from now on. */
export const confirm = (local: Pick<LocalWriter, 'mark' | 'setMark'>, id: string): void => {
  const left = (local.mark('unconfirmed') ?? []).filter((each) => each !== id);
  local.setMark('unconfirmed', left.length === 0 ? undefined : left);
};
