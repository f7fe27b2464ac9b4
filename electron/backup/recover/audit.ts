// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../../storage/store.ts';
import { changeOfOthers, type AuditReport } from '../../wallet/audit/audit.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import { AGAIN_AFTER_MS } from '../devices/marks.ts';

type Parts = { readonly world: World; readonly store: Store; readonly wallet: Pick<Wallet, 'run' | 'auditCoins'> };

/** Takes every unused coin out of circulation; the runner exchanges them, under seeds that only this device's backups hold. */
export const renewKnownCoins = ({
  store,
  wallet,
}: Pick<Parts, 'store'> & { readonly wallet: Pick<Wallet, 'renewCoins'> }): void => {
  // After a crash between these two lines, coins that are fresh by then are renewed once more: that costs their fee again and loses nothing.
  wallet.renewCoins();
  store.transaction((tx) => tx.local.setMark('renewal-due', undefined));
};

/** After a restore: finishes what was interrupted and asks the exchanges which coins are still good; asked again later where nobody answered. */
export const auditRestored = async ({ world, store, wallet }: Parts): Promise<AuditReport> => {
  await wallet.run();
  const report = await wallet.auditCoins({}, changeOfOthers(store));
  const again = report.exchangesSilent.length > 0 ? world.now() + AGAIN_AFTER_MS : undefined;
  store.transaction((tx) => tx.local.setMark('audit-due', again));
  return report;
};
