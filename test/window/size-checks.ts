// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';

// What everybody can read and hit: checked on every page in every state it is looked at in.

/** No text is smaller, in CSS pixels. */
const LEAST_TEXT = 13;
/** What is pressed is at least so high and wide. */
const LEAST_TARGET = 32;

/** Texts that are too small, and what is pressed and too small to be hit; a link in a line of text is as high as its line. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ text: leastText, target: leastTarget }) => {
      const found = new Set<string>();
      const isSeen = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const { parentElement } = node;
        if (parentElement === null || (node.textContent ?? '').trim() === '' || !isSeen(parentElement)) continue;
        // A page of paper is shown as it will be printed, and in a drawing sizes are those of the drawing.
        if (parentElement.closest('svg, .visually-hidden, .paper') !== null) continue;
        const size = Number.parseFloat(getComputedStyle(parentElement).fontSize);
        if (size < leastText) found.add(`${size} px: ${(node.textContent ?? '').slice(0, 40)}`);
      }
      const pressed = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]';
      for (const element of document.querySelectorAll(pressed)) {
        if (!isSeen(element) || element.closest('.visually-hidden, [aria-hidden=true]') !== null) continue;
        const { display } = getComputedStyle(element);
        if (display === 'inline') continue;
        // What is hidden behind its own label is pressed by that.
        const label = element instanceof HTMLInputElement ? element.closest('label') : null;
        const { width, height } = (label ?? element).getBoundingClientRect();
        const line = element.parentElement?.closest('.field-line')?.getBoundingClientRect().height ?? 0;
        if (Math.max(height, line) < leastTarget || width < leastTarget)
          found.add(`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 90)}`);
      }
      return [...found];
    },
    { text: LEAST_TEXT, target: LEAST_TARGET },
  );

/** A line of a sentence has no more letters. */
const MOST_LETTERS = 70;

/** Sentences with a line of more letters; slow, for every word is measured. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate((most) => {
    const lines = new Map<Element, Map<number, number>>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      let block = node.parentElement;
      while (block !== null && /^(?:inline|contents)$/.test(getComputedStyle(block).display))
        block = block.parentElement;
      if (
        block === null ||
        block.closest('svg, script, style, textarea, pre, .visually-hidden, .paper, .address') !== null
      )
        continue;
      const counts = lines.get(block) ?? new Map<number, number>();
      lines.set(block, counts);
      for (const word of (node.textContent ?? '').matchAll(/\S+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        // Marks above letters and marks of direction take no room; a word that was broken has a share in each of its lines.
        const letters = word[0].replace(/[\p{Cf}\p{Mn}]/gu, '').length;
        const parts = [...range.getClientRects()].filter(({ width }) => width > 0);
        const whole = parts.reduce((sum, { width }) => sum + width, 0);
        for (const { bottom, width } of parts) {
          const line = Math.round(bottom / 8);
          counts.set(line, (counts.get(line) ?? -1) + Math.round((letters * width) / whole) + 1);
        }
      }
    }
    return [...lines].flatMap(([block, counts]) => {
      // What is cut off at the end of its only line is not read there; the measure that sentences keep is its limit, too.
      const { textOverflow, maxInlineSize } = getComputedStyle(block);
      if (textOverflow === 'ellipsis' && maxInlineSize !== 'none' && block.scrollWidth > block.clientWidth) return [];
      const widest = Math.max(0, ...counts.values());
      const where = `${block.tagName.toLowerCase()}.${block.className} in .${block.parentElement?.className ?? ''}`;
      return widest > most ? [`${widest} letters, ${where}: ${(block.textContent ?? '').slice(0, 60)}`] : [];
    });
  }, MOST_LETTERS);
