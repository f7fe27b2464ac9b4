// SPDX-License-Identifier: GPL-3.0-or-later
import { isWithin } from '../backup/cycle/sums.ts';
import type { Command } from './args.ts';

/** Whether what is asked for is more than `--max-fee` says: then nobody is asked, and `--yes` says no yes to it. */
export const isBeyond = ({ options }: Pick<Command, 'options'>, asked: readonly string[]): boolean => {
  const most = options['--max-fee'];
  return most !== undefined && !isWithin(asked, [most]);
};
