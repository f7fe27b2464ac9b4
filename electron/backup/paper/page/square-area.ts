// SPDX-License-Identifier: GPL-3.0-or-later
import { create } from 'qrcode';
import type { DrawnMark } from '../../../../shared/view-sheet.ts';

/** A hair wider than a module, so that no white line shows between two of them. */
const OVERLAP = 0.03;

/** A text as a QR code `size` points wide, without the white margin it needs around it. */
export const squareArea = (text: string, level: 'H' | 'Q', x: number, y: number, size: number): DrawnMark => {
  const { modules } = create(text, { errorCorrectionLevel: level });
  const side = modules.size;
  const bars: string[] = [];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      if (modules.get(row, column) === 0) continue;
      const from = column;
      while (column + 1 < side && modules.get(row, column + 1) !== 0) column++;
      const width = column - from + 1 + OVERLAP;
      bars.push(`M${from} ${row}h${width}v${1 + OVERLAP}h-${width}z`);
    }
  return { kind: 'area', d: bars.join(''), x, y, size, side };
};
