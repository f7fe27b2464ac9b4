// SPDX-License-Identifier: GPL-3.0-or-later
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useMemo, type ReactNode } from 'react';
import QRCode from 'qrcode';
import { useSecretShown } from './secret-shown.ts';

/** White modules around the code; ISO 18004 asks for four. */
const QUIET_ZONE = 4;

/** `text` as a QR code, drawn as one SVG path: no canvas, no image, no markup from strings. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: Spoken }): ReactNode => {
  const { size, path } = useMemo(() => drawing(text), [text]);
  // Whoever photographs the code has what it says.
  useSecretShown();
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

/** One horizontal bar per run of dark modules. Throws when `text` does not fit the largest code (2,331 bytes at level M). */
const drawing = (text: string): { readonly size: number; readonly path: string } => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const bars: string[] = [];
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x) === 0) continue;
      const from = x;
      while (x + 1 < modules.size && modules.get(y, x + 1) !== 0) x++;
      bars.push(`M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: bars.join('') };
};
