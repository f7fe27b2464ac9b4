// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrillVerdict, LastDrillView } from '../../../shared/view-backup.ts';
import type { DrillPlaceView } from '../../../shared/view-drill.ts';
import type { LocalReader } from '../../storage/local.ts';
import type { Store } from '../../storage/store.ts';
import { markOf } from './paper-mark.ts';

/** What came of a drill. */
export type DrillResult = {
  readonly at: number;
  /** of the paper that was shown; absent when none was, empty where only the code was */
  readonly sheetNumber?: string;
  /** the number of the split whose shares were shown */
  readonly split?: string;
  readonly verdict: DrillVerdict;
  readonly sums: Pick<LastDrillView, 'total' | 'brought' | 'lacking'>;
  readonly places: readonly DrillPlaceView[];
};

/** Writes down what came of a drill; only what this device knows of itself changes. */
export const noteDrill = (store: Store, { at, sheetNumber, split, verdict, sums, places }: DrillResult): void =>
  store.transaction((tx) => {
    const root = tx.local.rootSecret();
    if (root === undefined) return;
    const isByPaper = sheetNumber !== undefined || split !== undefined;
    const brings = verdict !== 'failed' && (sums.brought.length > 0 || sums.total.length === 0);
    // One without paper says nothing of the paper, so what is known of that stays.
    const isProven = isByPaper ? brings : isProvenByPaper(tx);
    tx.local.setMark('drilled', {
      at,
      of: markOf(root),
      ...(isProven ? { proven: true as const } : {}),
      ...(sheetNumber === undefined ? {} : { sheet: sheetNumber }),
      ...(split === undefined ? {} : { split }),
      verdict,
      total: [...sums.total],
      brought: [...sums.brought],
      lacking: [...sums.lacking],
      lostAt: places.flatMap(({ provider, lost }) => (lost === true ? [provider] : [])),
    });
  });

/** Whether the last drill by paper, of the secret of now, brought money wherever there was some. */
export const isProvenByPaper = ({ local }: { readonly local: LocalReader }): boolean => {
  const [root, mark] = [local.rootSecret(), local.mark('drilled')];
  return root !== undefined && mark?.of === markOf(root) && mark.proven === true;
};

/** The last drill of this wallet; one of a wallet that was left here before is none of it. */
export const lastDrill = (store: {
  readonly local: LocalReader;
}): (LastDrillView & { readonly lostAt: readonly string[] }) | undefined => {
  const root = store.local.rootSecret();
  const mark = store.local.mark('drilled');
  if (root === undefined || mark === undefined || mark.of !== markOf(root)) return undefined;
  const { at, verdict, total, brought, lacking, lostAt, sheet, split } = mark;
  const sheetNumber = sheet === undefined || sheet === '' ? {} : { sheetNumber: sheet.toUpperCase() };
  return { at, verdict, total, brought, lacking, lostAt, ...sheetNumber, ...(split === undefined ? {} : { split }) };
};
