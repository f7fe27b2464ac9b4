// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';

// What axe objects to on a page. It is three quarters of the time of all looks at pages, and nearly all of that is the rule about
// contrast: so what cannot differ is not reckoned twice.

/** Rules about colours. The dark scheme changes colours and nothing else (`axe.test.ts` says so), so that there they are all that can differ. */
export const COLOUR_RULES: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** Marked so by react-aria: its live region borrows `role="img"` to be read once and then emptied. */
const ANNOUNCER = '[data-live-announcer]';

type Axe = typeof axeCore;
type Read = { r: number; g: number; b: number; alpha: number };

/** Each rule that is broken, and by which elements; in the dark `scheme` the rules of colours alone. */
export const axeViolations = async (page: Page, scheme: 'light' | 'dark' = 'light'): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis)))
    // As a text, for Vitest would make its own kind of import of it.
    await page.evaluate(page.url().startsWith('http:') ? `import('${AXE_AT}').then(() => undefined)` : AXE);
  return page.evaluate(
    async ({ announcer, rules }) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(
        { exclude: [[announcer]] },
        { resultTypes: ['violations'], reporter: 'no-passes', ...(rules ? { runOnly: [...rules] } : {}) },
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    },
    { announcer: ANNOUNCER, rules: scheme === 'dark' ? COLOUR_RULES : undefined },
  );
};

/**
 * Runs inside the page. Of every text axe reads the colours of all that lies behind it, a thousand times the same twenty, and a
 * quarter of its time goes into that: what a colour's text means is read once.
 */
const readColoursOnce = (): void => {
  const { axe } = globalThis as unknown as {
    axe: { commons: { color: { Color: { prototype: { parseString: (this: Read, text: string) => Read } } } } };
  };
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Read>();
  prototype.parseString = function (text) {
    const found = known.get(text);
    if (found) return Object.assign(this, found);
    read.call(this, text);
    const { r, g, b, alpha } = this;
    known.set(text, { r, g, b, alpha });
    return this;
  };
};

/** Where the server of the pages has axe: a page takes it from there when it is its turn, and Chromium keeps it translated. */
export const AXE_AT = '/axe.js';

/** Axe for a page, in the half of its letters that its authors publish too. */
export const AXE = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}
;(${readColoursOnce.toString()})();`;
