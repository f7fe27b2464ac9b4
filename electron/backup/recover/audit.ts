// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../../storage/store.ts';
import { changeOfOthers, type AuditReport } from '../../wallet/audit/audit.ts';
import { openRenewal } from '../../wallet/ledger/known-seeds.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import { AGAIN_AFTER_MS } from '../devices/marks.ts';
import { inPatience, PATIENCE_MS } from './patience.ts';
import type { Progress } from './progress.ts';

type Parts = { readonly world: World; readonly store: Store; readonly wallet: Pick<Wallet, 'run' | 'auditCoins'> };

/**
 * Another copy of this wallet may still know the coins, and spend them: what can be renewed for nothing is, little by little;
 * about what costs something the person is asked.
 */
export const renewKnownCoins = ({ store }: Pick<Parts, 'store'>): void =>
  store.transaction((tx) => {
    openRenewal(tx);
    tx.local.setMark('renewal-due', undefined);
  });

/**
 * After a restore: finishes what was interrupted and asks the exchanges which coins are still good; asked again later where nobody
 * answered. With `shown` somebody is looking on: then an exchange that hangs is not waited for, and what it does is not lost.
 */
export const auditRestored = async (
  { world, store, wallet }: Parts,
  shown?: Pick<Progress, 'issuer'>,
): Promise<AuditReport> => {
  const finishing = wallet.run();
  await (shown === undefined ? finishing : inPatience(world, finishing));
  const watch = shown && { patienceMs: PATIENCE_MS, noted: shown.issuer };
  const report = await wallet.auditCoins({}, changeOfOthers(store), { watch });
  const again = report.exchangesSilent.length > 0 ? world.now() + AGAIN_AFTER_MS : undefined;
  store.transaction((tx) => {
    tx.local.setMark('audit-due', again);
    tx.local.setMark('audit-left', undefined);
  });
  return report;
};
