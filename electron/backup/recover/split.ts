// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { SharesView } from '../../../shared/view-shares.ts';
import type { Store } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { groupsOf, shareToText } from '../paper/share-text.ts';
import { shareToQr } from '../paper/square.ts';
import { splitIntoShares, type SplitSize } from '../paper/split.ts';
import { splitsMade } from '../safety/splits.ts';
import { ownSheet } from './sheet.ts';

/**
 * A sheet of today as shares, opened: any `needed` of them are the sheet. Each call is a new split with a number of its own. Refused while
 * there is no backup to restore.
 */
export const splitSheet = (world: World, store: Store, size: SplitSize): Result<SharesView, BackupFailure> => {
  const own = ownSheet(world, store);
  if (!own.ok) return own;
  const before = new Set(splitsMade(store).map(({ split }) => split));
  const shares = splitIntoShares(own.value, size, (length) => world.randomBytes(length), before);
  const { walletName, date, providers } = own.value;
  return ok({
    split: shares[0]?.identifier.toUpperCase() ?? '',
    needed: size.needed,
    of: size.count,
    walletName,
    date,
    providers,
    shares: shares.map((share) => ({
      number: share.share?.number ?? 0,
      text: shareToText(share),
      ...shareToQr(share),
      groups: groupsOf(share),
    })),
  });
};
