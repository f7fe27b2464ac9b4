// SPDX-License-Identifier: GPL-3.0-or-later
import type { Spoken } from '../../../shared/words/spoken.ts';
import { shown } from '../../words.ts';

/** How long ago something was, for what is asked for again every few seconds. What a clock has put into the future is of now. */
export const ago = (ms: number): Spoken => shown().ago(Math.max(0, Date.now() - ms));
