// SPDX-License-Identifier: GPL-3.0-or-later
import type { LocalReader, LocalWriter } from '../storage/local.ts';

const ABANDONING = 'abandoning';

/** Whether this device is between the first and the last step of leaving its wallet. */
export const isAbandoning = (local: LocalReader): boolean => local.meta(ABANDONING) !== undefined;

/** Remembers that leaving has begun, in the transaction that begins it; a restart goes on with it. */
export const noteAbandoning = (local: LocalWriter): void => local.setMeta(ABANDONING, 'yes');

/** It has ended, one way or the other. */
export const forgetAbandoning = (local: LocalWriter): void => local.setMeta(ABANDONING, undefined);
