// SPDX-License-Identifier: GPL-3.0-or-later
import type { AppParts } from './parts.ts';
import { stopWorking, type OpenWallet } from '../open-wallet.ts';
import { stageOfFiles } from './stage.ts';

/** No request, step or round of this wallet any more; its store stays open. Only inside a turn. */
export const quieten = async ({ stages }: Pick<AppParts, 'stages'>, wallet: OpenWallet): Promise<void> => {
  stages.enter({ kind: 'stopping', wallet });
  await stopWorking(wallet);
};

/** Ends what an open wallet does and closes its database; in any other stage there is nothing to end. Only inside a turn. */
export const shut = async (parts: Pick<AppParts, 'stages' | 'directory'>): Promise<void> => {
  const stage = parts.stages.now();
  if (stage.kind !== 'open') return;
  await quieten(parts, stage.wallet);
  stage.wallet.store.close();
  parts.stages.enter(stageOfFiles(parts.directory));
};
