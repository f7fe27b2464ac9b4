// SPDX-License-Identifier: GPL-3.0-or-later
import type { WalletEvent } from '../../../shared/contract.ts';
import type { Store } from '../../storage/store.ts';
import type { Answering } from '../answering.ts';
import type { DataDirectory } from '../data-directory.ts';
import type { AppOptions } from '../options.ts';
import type { OwnPlayMoney } from '../play-money.ts';
import type { Stages } from './stages.ts';

/** What lives as long as the app does, whatever its wallet's stage. */
export type AppParts = {
  readonly options: AppOptions;
  readonly directory: DataDirectory;
  readonly play: OwnPlayMoney;
  readonly tell: (event: WalletEvent) => void;
  readonly stages: Stages;
  readonly answering: Answering;
  /** builds the wallet on an open database and enters its stage; only inside a turn */
  readonly openOn: (store: Store, how?: { readonly erasesItself: boolean }) => Promise<void>;
};
