// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../shared/result.ts';
import { given, orBackup } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';
import { playingOn } from './unmixed.ts';

/** A link that leads to copies is no longer. */
const MAX_LINK = 10_000;

/** The requests on the devices of one wallet, and by which a wallet comes to this one. */
export const deviceHandlers = (parts: OpenParts) =>
  ({
    'device.list': async () => ok(parts.backup.devices()),
    'wallet.names': async () => ok(parts.backup.names()),
    'wallet.rename': async (names) => orBackup(parts.backup.rename(given(names))),
    'device.keep': async () => orBackup(await parts.backup.keepDevice()),
    'backup.abandon': async () => orBackup(await parts.backup.abandon()),
    'backup.takeover': async (request) => {
      const sheet = [request.recoveryText, ...(request.places ?? [])].join('\n');
      await parts.resumePlayMoney(sheet);
      return playingOn(parts, orBackup(await parts.backup.takeover(given(request))), sheet);
    },
    'import.read': async (request) => {
      await parts.resumePlayMoney(request.given.slice(0, MAX_LINK));
      return orBackup(await parts.backup.lookAtImport(given(request)));
    },
    'import.run': async (request) => {
      const link = request.given.slice(0, MAX_LINK);
      await parts.resumePlayMoney(link);
      return playingOn(parts, orBackup(await parts.backup.bringIn(given(request))), link);
    },
    'undo.list': async () => ok(parts.backup.undoSteps()),
    'undo.preview': async ({ number }) => orBackup(await parts.backup.previewUndo(number)),
    'undo.run': async ({ number }) => orBackup(await parts.backup.undo(number)),
    'restore.stop': async () => {
      parts.backup.stopRestore();
      return ok({});
    },
    'restore.progress': async () => ok({ progress: parts.backup.restoring() ?? null }),
    'restore.questions': async ({ recoveryText }) => {
      return orBackup(parts.backup.recoveryQuestions(recoveryText));
    },
    'restore.run': async ({ recoveryText, ...where }) => {
      const sheet = [recoveryText, ...(where.places ?? [])].join('\n');
      await parts.resumePlayMoney(sheet);
      return playingOn(parts, orBackup(await parts.backup.restore(recoveryText, given(where))), sheet);
    },
  }) satisfies Partial<Handlers>;
