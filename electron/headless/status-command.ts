// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../shared/result.ts';
import type { PeerPaymentView } from '../../shared/view.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { CommandResult } from './command-result.ts';
import { rekeyLines } from './rekey-command.ts';
import { NOT_SAFE, safetyCode } from './safety.ts';
import * as words from './words.ts';

/** `status`: money, backup, what is under way, and the addresses of payments and invoices that others can still use. Its exit code tells whether the money is safe. */
export const statusCommand = async (app: WalletApp): CommandResult => {
  const overview = await app.handle('wallet.overview', {});
  if (!overview.ok) return overview;
  const openPayments = await readOpenPayments(app);
  const rekey = await app.handle('rekey.progress', {});
  const progress = rekey.ok ? rekey.value.progress : null;
  const recovery = await app.handle('recover.session', {});
  const isRecovering = recovery.ok && recovery.value.session !== null;
  return ok({
    lines: (w) => [
      ...words.overview(w, overview.value),
      ...(progress === null ? [] : rekeyLines(w, progress)),
      ...(isRecovering ? [w.t('cli.escrow.underWay')] : []),
      ...openPayments.flatMap((each) => words.openPayment(w, each)),
    ],
    json: {
      ...overview.value,
      openPayments,
      ...(progress === null ? {} : { rekey: progress }),
      ...(isRecovering ? { recovering: true } : {}),
    },
    code: isRecovering ? NOT_SAFE : safetyCode(overview.value.backup),
  });
};

/** Payments sent and invoices written that nobody has taken or paid, newest first. */
export const readOpenPayments = async (app: WalletApp): Promise<readonly PeerPaymentView[]> => {
  const list = await app.handle('peer.list', {});
  return list.ok ? list.value.payments.filter(({ state }) => state === 'starting' || state === 'waiting') : [];
};
