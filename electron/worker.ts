// SPDX-License-Identifier: GPL-3.0-or-later
import { openTask, sealTask } from './backup/copies/blob.ts';
import { readTask } from './backup/copies/read.ts';
import { translateTask } from './backup/recover/brought/task.ts';
import { listingTask } from './backup/providers/webdav/listing.ts';
import { anastasisArgon2Task } from './taler/anastasis/crypto.ts';
import { planchetsTask, unblindTask } from './taler/coin/batches.ts';
import { sessionTask } from './taler/coin/session.ts';
import { sessionTaskV32 } from './taler/coin/session-v32.ts';
import { argon2Task } from './taler/crypto/keywrap.ts';
import { legacyTask } from './taler/legacy/task.ts';
import { keysTask, versionTask } from './taler/exchange/keys/verified.ts';
import { soundTask } from './storage/sound.ts';
import { serveTasks } from './threads.ts';

// The whole program of a thread. It never sees the root secret and writes to no database; each task brings what it needs.

serveTasks([
  sealTask,
  openTask,
  readTask,
  argon2Task,
  anastasisArgon2Task,
  keysTask,
  versionTask,
  sessionTask,
  sessionTaskV32,
  planchetsTask,
  unblindTask,
  listingTask,
  legacyTask,
  translateTask,
  soundTask,
]);
