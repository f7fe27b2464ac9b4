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
    tx.local.setMark('drilled', {
      at,
      of: markOf(root),
      ...(sheetNumber === undefined ? {} : { sheet: sheetNumber }),
      ...(split === undefined ? {} : { split }),
      verdict,
      total: [...sums.total],
      brought: [...sums.brought],
      lacking: [...sums.lacking],
      lostAt: places.flatMap(({ provider, lost }) => (lost === true ? [provider] : [])),
    });
  });

/** Whether the last drill was one by paper, of the secret of now, and brought money wherever there was some. */
export const isProvenByPaper = (store: { readonly local: LocalReader }): boolean => {
  const [last, mark] = [lastDrill(store), store.local.mark('drilled')];
  if (last === undefined || last.verdict === 'failed') return false;
  const isByPaper = mark?.sheet !== undefined || mark?.split !== undefined;
  return isByPaper && (last.brought.length > 0 || last.total.length === 0);
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
