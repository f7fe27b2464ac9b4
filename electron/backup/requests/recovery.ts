// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../shared/result.ts';
import type { Store } from '../../storage/store.ts';
import type { Backup } from '../contract.ts';
import { bringIn } from '../recover/brought/bring.ts';
import { lookAtImport } from '../recover/brought/look.ts';
import { sessionOf } from '../recover/escrow/session.ts';
import { createProgress } from '../recover/progress.ts';
import { recoveryQuestions } from '../recover/questions.ts';
import { parseRecovery } from '../paper/parse.ts';
import { restore } from '../recover/restore.ts';
import { recoverySheet } from '../recover/sheet.ts';
import { splitSheet } from '../recover/split.ts';
import { takeover } from '../recover/takeover.ts';
import { oldSecret, rekeying } from '../rekey/record.ts';
import { noteSheetShown, testSheet } from '../safety/paper.ts';
import { markOf } from '../safety/paper-mark.ts';
import { noteSplit } from '../safety/splits.ts';
import { sheetTestView } from '../safety/sheet-test.ts';
import { shownIn, tellRoot, type Common } from './common.ts';
import { drillRequests } from './drill.ts';

/** The requests on the recovery sheet: showing it, and what it brings back. */
export const recoveryRequests = (common: Common) => {
  const { parts, alone, progress, stopper, cycleAll } = common;
  const { world, store } = parts;
  const sheetOf = (): ReturnType<typeof recoverySheet> => {
    const sheet = recoverySheet(world, store);
    if (sheet.ok) noteSheetShown(store);
    return sheet;
  };
  return {
    recoveryText: () => {
      const sheet = sheetOf();
      return sheet.ok ? ok(sheet.value.text) : sheet;
    },
    recoverySheet: sheetOf,
    splitSheet: (size) => {
      const split = splitSheet(world, store, size);
      if (!split.ok) return split;
      noteSheetShown(store);
      noteSplit(store, split.value, world.now());
      return split;
    },
    recoveryQuestions,
    testSheet: (text) => {
      const tested = testSheet(store, text, world.now());
      return tested.ok ? ok(sheetTestView(parts, tested.value)) : tested;
    },
    restoring: progress.view,
    stopRestore: stopper.stop,
    restore: (text, pointers = {}) =>
      alone.run(async () => {
        const restored = await shownIn(progress, () =>
          restore({ ...parts, progress, cycleAll, stop: stopper.begin() }, text, pointers),
        );
        if (restored.ok) tellRoot(common);
        return restored;
      }),
    takeover: (request) =>
      alone.run(async () => {
        if (isMovingFrom(store, request.recoveryText)) return err({ kind: 'rekey-running' });
        const isFirst = store.local.rootSecret() === undefined;
        const taken = await shownIn(progress, () => takeover({ ...parts, progress, cycleAll }, request));
        if (taken.ok && isFirst) tellRoot(common);
        return taken;
      }),
    // Other requests go on beside a look: it changes nothing.
    lookAtImport: (given) => lookAtImport({ ...parts, progress: createProgress(() => undefined) }, given),
    bringIn: (request) =>
      alone.run(async () => {
        const isFirst = store.local.rootSecret() === undefined;
        // A secret of its own would end it, with all that was shown and paid for.
        if (isFirst && sessionOf(store) !== undefined) return err({ kind: 'recovery-running' });
        const brought = await shownIn(progress, () => bringIn({ ...parts, progress, cycleAll }, request));
        if (brought.ok && isFirst && store.local.rootSecret() !== undefined) tellRoot(common);
        return brought;
      }),
    ...drillRequests(common),
  } satisfies Partial<Backup>;
};

/** Whether a sheet is the one of before a new secret that may still be taken back: its accounts are to say nothing until then. */
const isMovingFrom = ({ local }: Pick<Store, 'local'>, text: string): boolean => {
  const record = rekeying(local);
  const [old, sheet] = [record?.phase === 'copies' ? oldSecret(record) : undefined, parseRecovery(text)];
  return old !== undefined && sheet.ok && markOf(sheet.value.root) === markOf(old);
};
