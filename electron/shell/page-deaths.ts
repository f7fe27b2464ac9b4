// SPDX-License-Identifier: GPL-3.0-or-later

/** A page that dies at once again would be drawn for ever; after this many within the time its person is asked. */
const MOST_DEATHS = 3;
const WITHIN_MS = 60_000;

/** The parts of a window whose page may die. */
export type Mortal = {
  /** its page died, for a reason as Chromium names it */
  readonly onGone: (listener: (reason: string) => void) => void;
  readonly onHung: (listener: () => void) => void;
  /** draws the page anew, at the address it had */
  readonly redraw: () => void;
  /** what has to be closed or forgotten because the page is gone */
  readonly forget: () => void;
  readonly now: () => number;
  /** whether to draw it anew although it died again and again; otherwise the program ends */
  readonly askToGoOn: () => Promise<boolean>;
  /** whether to draw a page anew that does not answer, or to wait for it */
  readonly askToRedraw: () => Promise<boolean>;
  readonly quit: () => void;
  /** whether the program is ending already */
  readonly isEnding: () => boolean;
};

/** Draws a page that died anew where it was, so that nobody looks at an empty window; and asks about one that does not answer. */
export const keepPageAlive = (window: Mortal): void => {
  let deaths: readonly number[] = [];
  let asking = false;
  const asked = async (ask: () => Promise<boolean>, answered: (yes: boolean) => void): Promise<void> => {
    if (asking) return;
    asking = true;
    const yes = await ask().catch(() => true);
    asking = false;
    answered(yes);
  };
  window.onGone((reason) => {
    if (reason === 'clean-exit' || window.isEnding()) return;
    window.forget();
    const at = window.now();
    deaths = [...deaths.filter((each) => each <= at && at - each < WITHIN_MS), at];
    if (deaths.length < MOST_DEATHS) return window.redraw();
    void asked(window.askToGoOn, (goOn) => {
      deaths = [];
      if (goOn) window.redraw();
      else window.quit();
    });
  });
  window.onHung(() => {
    void asked(window.askToRedraw, (redraw) => {
      if (!redraw || window.isEnding()) return;
      window.forget();
      window.redraw();
    });
  });
};
