// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../shared/result.ts';
import { given, orBackup } from './answers.ts';
import { providerIds, type Handlers, type OpenParts } from './parts.ts';

/** The requests on the devices of one wallet, and by which a wallet comes to this one. */
export const deviceHandlers = (parts: OpenParts) =>
  ({
    'device.list': async () => ok(parts.backup.devices()),
    'device.keep': async () => orBackup(await parts.backup.keepDevice()),
    'backup.abandon': async () => orBackup(await parts.backup.abandon()),
    'backup.takeover': async (request) => {
      await parts.resumePlayMoney(request.recoveryText);
      const taken = await parts.backup.takeover(given(request));
      if (taken.ok && taken.value.how === 'continued') parts.noteSheet(providerIds(parts));
      return orBackup(taken);
    },
    'restore.questions': async ({ recoveryText }) => {
      const questions = parts.backup.recoveryQuestions(recoveryText);
      return orBackup(questions.ok ? ok({ questions: questions.value }) : questions);
    },
    'restore.run': async ({ recoveryText, ...where }) => {
      await parts.resumePlayMoney(recoveryText);
      const restored = await parts.backup.restore(recoveryText, given(where));
      if (restored.ok) parts.noteSheet(providerIds(parts));
      return orBackup(restored);
    },
  }) satisfies Partial<Handlers>;
