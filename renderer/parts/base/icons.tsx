// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';

// Drawn for this program: 20 × 20, one stroke width, the colour of the text around them.

const PATHS = {
  money:
    'M4.6 5.2h9.8a1 1 0 0 1 1 1v1.6M3 6.2v8.6a1.4 1.4 0 0 0 1.4 1.4h11.2A1.4 1.4 0 0 0 17 14.8V9.2a1.4 1.4 0 0 0-1.4-1.4H4.6a1.3 1.3 0 0 1 0-2.6M13.6 12h.1',
  settings:
    'M3 6h7.4M14.6 6H17M3 14h2.4M9.6 14H17M12.5 3.9a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 0 0 0-4.2M7.5 11.9a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 0 0 0-4.2',
  scan: 'M3 6.8V4.4A1.4 1.4 0 0 1 4.4 3h2.4M13.2 3h2.4A1.4 1.4 0 0 1 17 4.4v2.4M17 13.2v2.4a1.4 1.4 0 0 1-1.4 1.4h-2.4M6.8 17H4.4A1.4 1.4 0 0 1 3 15.6v-2.4M7.4 7.4h5.2v5.2H7.4z',
  send: 'M5 15 15 5M7.4 5H15v7.6',
  request: 'M15 5 5 15M12.6 15H5V7.4',
  bank: 'M3 8.2 10 3.6l7 4.6zM4 16.6h12M5.6 8.6v6M10 8.6v6M14.4 8.6v6',
  backup: 'M10 2.8 16.5 5v5c0 3.8-2.7 6.2-6.5 7.4C6.2 16.2 3.5 13.8 3.5 10V5z',
  'shield-anchor':
    'M10 2.4 17 4.8v5.4c0 4-2.9 6.5-7 7.7-4.1-1.2-7-3.7-7-7.7V4.8zM10 7.6v6.6M7.9 9.2h4.2M6.6 11.6c.3 1.7 1.6 2.6 3.4 2.6s3.1-.9 3.4-2.6M10 5.3a1.15 1.15 0 1 0 0 2.3 1.15 1.15 0 0 0 0-2.3',
  'shield-broken':
    'M8.6 2.9 3 4.8v5.4c0 3.6 2.3 5.9 5.6 7.2l1.2-3-2.4-3.2 2.8-2.6zM12.4 3.2 17 4.8v5.4c0 3.4-2 5.7-5.2 7l.9-3.2-2.3-3.4 2.6-2.4z',
  'shield-half':
    'M10 2.8 16.5 5v5c0 3.8-2.7 6.2-6.5 7.4C6.2 16.2 3.5 13.8 3.5 10V5zM10 2.8v14.6M10 6.6h5.6M10 10h5.6M10 13.4h3.8',
  anchor:
    'M10 6.4v10.8M7 8.8h6M3.6 11.6c.4 3.4 2.8 5.6 6.4 5.6s6-2.2 6.4-5.6M10 2.8a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
  turning: 'M16.6 8.6A6.8 6.8 0 0 0 4.4 6M3.4 11.4A6.8 6.8 0 0 0 15.6 14M4.2 2.8V6h3.2M15.8 17.2V14h-3.2',
  sheet: 'M5 2.8h7l3.2 3.3v11.1H5zM11.8 2.8v3.5h3.4M7.6 10h5M7.6 13h5',
  restore: 'M3.4 10a6.6 6.6 0 1 0 2-4.7M3.2 3.4v3.4h3.4M10 6.4V10l2.6 1.8',
  history: 'M3.5 5h13M3.5 10h13M3.5 15h8',
  computer: 'M3 4h14v9H3zM7 16.6h6M10 13v3.6',
  devices: 'M2.6 4h10.8v7.4H2.6zM1.8 14.4h7.8M12 8.4h5.4v8.4H12zM14.2 14.6h1',
  add: 'M10 3.6v9M6.4 9.2 10 12.8l3.6-3.6M4 16.4h12',
  pay: 'M10 13V3.8M6.4 7.4 10 3.8l3.6 3.6M4 16.4h12',
  camera: 'M2.6 6.4h3.2l1.4-2h5.6l1.4 2h3.2v9.8H2.6zM10 8.2a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  picture: 'M2.8 4h14.4v12H2.8zM4 14.4l4-4.2 3 3 2-2 3 3.2M12.8 7.2a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8',
  check: 'M4 10.6 8.2 14.8 16.2 5.8',
  warning: 'M10 3.2 17.6 16.4H2.4zM10 8v4M10 14.2v.1',
  info: 'M10 2.9a7.1 7.1 0 1 0 0 14.2 7.1 7.1 0 0 0 0-14.2M10 9.2v4.6M10 6.4v.1',
  clock: 'M10 2.9a7.1 7.1 0 1 0 0 14.2 7.1 7.1 0 0 0 0-14.2M10 6v4.2l2.8 1.8',
  stick: 'M6.4 9h7.2v8H6.4zM7.8 9V3h4.4v6M9.2 5.4h.1M10.7 5.4h.1',
  folder: 'M2.8 5h5l1.6 2h7.8v9H2.8z',
  server: 'M3.4 3.4h13.2v5.4H3.4zM3.4 11.2h13.2v5.4H3.4zM6 6.1h.1M6 13.9h.1',
  close: 'M5 5l10 10M15 5 5 15',
  away: 'M10 2.9a7.1 7.1 0 1 0 0 14.2 7.1 7.1 0 0 0 0-14.2M5.2 14.8l9.6-9.6',
  question: 'M10 2.9a7.1 7.1 0 1 0 0 14.2 7.1 7.1 0 0 0 0-14.2M8 8a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M10 14v.1',
  more: 'M5 10h.1M10 10h.1M15 10h.1',
  plus: 'M10 4v12M4 10h12',
  play: 'M10 2.9a7.1 7.1 0 1 0 0 14.2 7.1 7.1 0 0 0 0-14.2M8 7l5 3-5 3z',
  unlocked: 'M5 9h10v7.4H5zM7 9V6.4a3 3 0 0 1 5.6-1.5',
  onward: 'M7.6 4.4 13.2 10l-5.6 5.6',
  lock: 'M5 9h10v7.4H5zM7 9V6.4a3 3 0 0 1 6 0V9',
} as const;

export type IconName = keyof typeof PATHS;

/** They point along a line, and so the other way where lines run from the right (direction.css). */
const ALONG: ReadonlySet<IconName> = new Set(['send', 'request', 'history', 'onward']);

export const Icon = ({ name }: { readonly name: IconName }): ReactNode => (
  <svg
    className="icon"
    viewBox="0 0 20 20"
    data-points={ALONG.has(name) ? 'along' : undefined}
    aria-hidden="true"
    focusable="false"
  >
    <path d={PATHS[name]} />
  </svg>
);

/** The mark: an anchor whose ring is a coin. */
export const Mark = (): ReactNode => (
  <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <circle cx="16" cy="7.5" r="4.7" />
    <path d="M16 12.2V28M10.5 16.5h11M4.8 19.5C5.3 25 10 28 16 28s10.7-3 11.2-8.5M2.8 22.4l2-3 3 2M29.2 22.4l-2-3-3 2" />
  </svg>
);
