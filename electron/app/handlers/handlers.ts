// SPDX-License-Identifier: GPL-3.0-or-later
import { beginHandlers } from './begin.ts';
import { copyHandlers } from './copies.ts';
import { deviceHandlers } from './devices.ts';
import { escrowRecoveryHandlers } from './escrow-recovery.ts';
import { escrowHandlers } from './escrow.ts';
import { historyHandlers } from './history.ts';
import { leavingHandlers } from './leaving.ts';
import { moneyHandlers } from './money.ts';
import type { Handlers, OpenParts } from './parts.ts';
import { peopleHandlers } from './people.ts';
import { playHandlers } from './play.ts';
import { rekeyHandlers } from './rekey.ts';
import { sheetHandlers } from './sheet.ts';

/** One function per request of the contract that needs an open wallet, by subject. */
export const createHandlers = (parts: OpenParts): Handlers => ({
  ...beginHandlers(parts),
  ...playHandlers(parts),
  ...moneyHandlers(parts),
  ...historyHandlers(parts),
  ...peopleHandlers(parts),
  ...copyHandlers(parts),
  ...leavingHandlers(parts),
  ...deviceHandlers(parts),
  ...sheetHandlers(parts),
  ...rekeyHandlers(parts),
  ...escrowRecoveryHandlers(parts),
  ...escrowHandlers(parts),
});
