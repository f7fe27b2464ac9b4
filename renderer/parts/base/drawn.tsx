// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';

// Drawn for this program: what stands where there is nothing yet. Lines in the colours of the theme, no meaning of their own.

const DRAWINGS = {
  /** an empty mooring: a buoy on calm water */
  money:
    'M18 92c18-9 34 5 52-3s30-7 48 1 28 5 44-3M34 108c14-7 28 4 44-2s26-6 42 1M82 78l8-34h12l8 34M84 66h24M87 54h18M96 44V28M96 20a5 5 0 1 0 0 10 5 5 0 0 0 0-10M72 79c14 8 34 8 48 0',
  /** a logbook that nobody has written in */
  history:
    'M36 26h46c8 0 14 4 14 10 0-6 6-10 14-10h46v70h-46c-8 0-14 4-14 9 0-5-6-9-14-9H36zM96 36v69M48 44h30M48 58h30M48 72h22M114 44h30M114 58h30',
  /** a page with its square and its lines, not printed yet */
  sheet:
    'M66 12h46l14 14v86H66zM112 12v14h14M76 40h22v22H76zM82 46h10v10H82zM106 42h12M106 51h12M106 60h8M76 74h40M76 84h40M76 94h26M18 108c13-7 26 4 40-2M134 106c13-6 26 6 40-1',
} as const;

/** A drawing for a page that has nothing to show yet. */
export const Drawn = ({ name }: { readonly name: keyof typeof DRAWINGS }): ReactNode => (
  <svg className="drawing" viewBox="0 0 192 124" aria-hidden="true" focusable="false">
    <path d={DRAWINGS[name]} />
  </svg>
);
