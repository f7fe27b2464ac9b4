// SPDX-License-Identifier: GPL-3.0-or-later
import type { Reader } from '../../storage/store.ts';
import { checkPlace } from '../../taler/wire/place.ts';
import type { World } from '../../world.ts';

/** What came with copies: an entry says it to every device of a wallet that was joined, a mark to the one device that was restored. */
type FromCopies = { readonly id: string; readonly value: { readonly named_by?: string } };

/**
 * True for what came with copies and names a shop or bank that whoever gave us those copies may not send us to: nothing is asked there,
 * and its money is settled with the exchange alone. What this device began itself goes wherever its person said.
 */
export const isBarred = async (
  { world, store }: { readonly world: World; readonly store: { readonly local: Pick<Reader['local'], 'markOf'> } },
  { id, value }: FromCopies,
  place: string,
): Promise<boolean> => {
  const by = value.named_by ?? store.local.markOf('named-by', id);
  return by !== undefined && (await checkPlace(world, by, place)) !== undefined;
};

/** Why it ended. */
export const BARRED = 'inner-address';
