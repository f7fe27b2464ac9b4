// SPDX-License-Identifier: GPL-3.0-or-later
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useMemo, type ReactNode } from 'react';
import QRCode from 'qrcode';
import { useSecretShown } from './secret-shown.ts';

/** White modules around the code; ISO 18004 asks for four. */
const QUIET_ZONE = 4;

/** `text` as a QR code, drawn as one SVG path: no canvas, no image, no markup from strings. */
export const QrCode = ({
  text,
  label,
  isSecret = true,
  cross = false,
}: {
  readonly text: string;
  readonly label: Spoken;
  /** whoever photographs it has what it says, and that is money */
  readonly isSecret?: boolean;
  readonly cross?: boolean;
}): ReactNode => {
  const { size, path } = useMemo(() => drawing(text), [text]);
  useSecretShown(isSecret);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
      {cross ? <SwissCross size={size} /> : null}
    </svg>
  );
};

/** The Swiss cross: 7 of 46 parts of the code's side, on white; level M restores what lies under it several times over. */
const SwissCross = ({ size }: { readonly size: number }): ReactNode => {
  const side = ((size - 2 * QUIET_ZONE) * 7) / 46;
  const [middle, part] = [size / 2, side / 32];
  const square = (half: number, fill: string): ReactNode => (
    <rect x={middle - half} y={middle - half} width={2 * half} height={2 * half} fill={fill} />
  );
  return (
    <g>
      {square(side / 2, '#fff')}
      {square(side / 2 - 2 * part, '#000')}
      <rect x={middle - 3 * part} y={middle - 9 * part} width={6 * part} height={18 * part} fill="#fff" />
      <rect x={middle - 9 * part} y={middle - 3 * part} width={18 * part} height={6 * part} fill="#fff" />
    </g>
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
