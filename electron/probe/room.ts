// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import { claimDirectory } from '../app/data-directory.ts';
import { makeDirectorySync } from '../storage/whole-file.ts';
import type { Store } from '../storage/store.ts';
import { StorageFull, systemCode } from '../storage/system-code.ts';
import type { World } from '../world.ts';
import { newReport, readReport, reportIn, writeReport, type Report } from './report.ts';

/** The folder of one probe: its report, and a wallet of its own that any Holdfast opens (`--data`). */
export type ProbeRoom = { readonly report: Report; readonly store: Store; readonly close: () => void };

export type RoomFailure =
  | FailureView
  | { readonly kind: 'no-probe-there' }
  | { readonly kind: 'other-probe'; readonly address: string };

/** Makes the folder of a probe, or opens one that was begun; what else lies in a folder is never touched, a wallet of a person least of all. */
export const openRoom = async (
  world: World,
  { folder, exchange, goesOn }: { readonly folder: string; readonly exchange: string; readonly goesOn: boolean },
): Promise<Result<ProbeRoom, RoomFailure>> => {
  const began = begin(world, { folder, exchange, goesOn });
  if (!began.ok) return began;
  const claimed = claimDirectory(folder, world);
  if (!claimed.ok) return claimed;
  const { exists, create, unlockWithoutAsking, release } = claimed.value;
  let opened: Awaited<ReturnType<typeof unlockWithoutAsking>>;
  try {
    opened = exists() ? await unlockWithoutAsking() : await create({ type: 'unprotected' });
  } catch (thrown) {
    release();
    if (thrown instanceof StorageFull) return err({ kind: 'disk-full', facts: {} });
    throw thrown;
  }
  if (!opened.ok || opened.value === undefined) {
    release();
    // Somebody has locked it since: then it is theirs.
    return opened.ok ? err({ kind: 'no-probe-there' }) : opened;
  }
  const store = opened.value;
  return ok({
    report: began.value,
    store,
    close: () => {
      store.close();
      release();
    },
  });
};

const begin = (
  world: World,
  { folder, exchange, goesOn }: { readonly folder: string; readonly exchange: string; readonly goesOn: boolean },
): Result<Report, RoomFailure> => {
  try {
    const before = existsSync(reportIn(folder)) ? readReport(folder) : undefined;
    if (goesOn !== (before !== undefined)) return err({ kind: 'no-probe-there' });
    if (before !== undefined)
      return before.base_url === exchange ? ok(before) : err({ kind: 'other-probe', address: before.base_url });
    makeDirectorySync(folder);
    const report = newReport(exchange, world.now());
    writeReport(reportIn(folder), report);
    return ok(report);
  } catch (thrown) {
    const why = systemCode(thrown);
    if (why === '') throw thrown;
    return err({ kind: 'unwritable-file', facts: { what: 'output', file: reportIn(folder) } });
  }
};
