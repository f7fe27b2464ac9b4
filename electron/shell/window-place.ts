// SPDX-License-Identifier: GPL-3.0-or-later

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where a window lies, as it is kept from one start to the next. */
export type WindowPlace = {
  /** left out where the system is to decide */
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
};

export const USUAL_PLACE: WindowPlace = { width: 1120, height: 780, isMaximized: false };
export const LEAST = { width: 640, height: 480 } as const;
/** As much of the upper edge has to be on a screen that it can be taken hold of with a mouse. */
const GRIP = { width: 120, height: 32 } as const;
/** What is kept is a few numbers; a longer file is none of ours. */
const MOST_BYTES = 1024;

/**
 * The place for a window from what was kept, on the screens there are now: a screen may be gone, or smaller than it was. What cannot be
 * read gives the usual place.
 */
export const placeWindow = (kept: string | undefined, screens: readonly Rectangle[]): WindowPlace => {
  const read = readPlace(kept);
  if (read === undefined) return USUAL_PLACE;
  const { x, y } = read;
  const screen =
    x === undefined || y === undefined ? undefined : screens.find((each) => isGripOn(each, x, y, read.width));
  const widest = screen ?? screens[0];
  const size = {
    width: within(read.width, LEAST.width, widest?.width ?? read.width),
    height: within(read.height, LEAST.height, widest?.height ?? read.height),
  };
  const rest = { ...size, isMaximized: read.isMaximized };
  if (screen === undefined || x === undefined || y === undefined) return rest;
  return { x, y: Math.max(y, screen.y), ...rest };
};

/** What is kept of a place. */
export const placeText = (place: WindowPlace): string => `${JSON.stringify(place)}\n`;

const readPlace = (kept: string | undefined): WindowPlace | undefined => {
  if (kept === undefined || kept.length > MOST_BYTES) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(kept);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  const facts: Readonly<Record<string, unknown>> = { ...json };
  const { width, height } = facts;
  if (!isNumber(width) || !isNumber(height)) return undefined;
  const { x, y } = facts;
  return {
    ...(isNumber(x) && isNumber(y) ? { x, y } : {}),
    width,
    height,
    isMaximized: facts['isMaximized'] === true,
  };
};

const isNumber = (value: unknown): value is number =>
  Number.isSafeInteger(Math.round(Number(value))) && typeof value === 'number';

/** Whether enough of the upper edge of a window is on this screen. */
const isGripOn = (screen: Rectangle, x: number, y: number, width: number): boolean => {
  const seen = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return seen >= GRIP.width && y >= screen.y - GRIP.height / 2 && y + GRIP.height <= screen.y + screen.height;
};

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(Math.max(least, most), value));
