// SPDX-License-Identifier: GPL-3.0-or-later
import type { Wallet } from '../../electron/wallet/wallet.ts';
import { mustOk } from '../../shared/result.ts';

/** Says yes to every question whether money another copy or somebody outside may know is to be made ours for its fees; gives how many there were. */
export const agreeToRenewals = async (wallet: Wallet): Promise<number> => {
  await wallet.run();
  let asked = 0;
  for (const { id, why } of wallet.pending()) {
    if (why?.kind !== 'renewal-fees' && why?.kind !== 'reissue-asks') continue;
    mustOk(await wallet.agreeToFees(id, why.facts.total), 'yes');
    asked += 1;
  }
  return asked;
};
