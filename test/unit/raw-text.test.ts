// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { parseSync, Visitor, type Expression, type JSXChild } from 'oxc-parser';
import { expect, test } from 'vitest';
import { listSources } from '../support/imports.ts';

// A page shows no value of an answer as it is: what stands between tags comes out of a function of the words (a sentence, a
// marked text), or was handed on by a component whose properties the compiler keeps to that.

/** What a part of an expression may become on the page. */
const leaves = (each: Expression): readonly Expression[] => {
  switch (each.type) {
    case 'ConditionalExpression':
      return [...leaves(each.consequent), ...leaves(each.alternate)];
    case 'LogicalExpression':
      return [...leaves(each.left), ...leaves(each.right)];
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return leaves(each.expression);
    case 'ChainExpression':
    default:
      return [each];
  }
};

/** What a browser shows or reads out. */
const READ_OUT = new Set(['aria-label', 'aria-description', 'alt', 'title', 'placeholder']);
const RAW = new Set(['Identifier', 'MemberExpression', 'ChainExpression', 'TemplateLiteral', 'BinaryExpression']);

const rawIn = (path: string): readonly string[] => {
  const text = readFileSync(path, 'utf8');
  const found: string[] = [];
  const look = (children: readonly JSXChild[]): void => {
    for (const child of children) {
      if (child.type !== 'JSXExpressionContainer' || child.expression.type === 'JSXEmptyExpression') continue;
      for (const each of leaves(child.expression))
        if (RAW.has(each.type)) found.push(`${path}: ${text.slice(each.start, each.end)}`);
    }
  };
  new Visitor({
    JSXElement: ({ children }) => look(children),
    JSXFragment: ({ children }) => look(children),
    JSXAttribute: ({ name, value }) => {
      if (name.type === 'JSXIdentifier' && READ_OUT.has(name.name) && value?.type === 'JSXExpressionContainer')
        look([value]);
    },
  }).visit(parseSync(path, text).program);
  return found;
};

/** Properties that are themselves what a page says, or other elements. */
const HANDED_ON = [
  'action',
  'terms',
  'silent',
  'caption',
  'beside',
  'actions',
  'children',
  'codes',
  'error',
  'help',
  'impossible',
  'index + 1',
  'keep',
  'label',
  'lead',
  'name',
  'outcome.words',
  'removed',
  'said',
  'suffix',
  'title',
  'value',
  'waiting',
  'why',
  'word',
  'words',
];
/** Elements and sentences that stand in a variable first, by the compiler's own word. */
const MADE_BEFORE = [
  'renderer/pages/history.tsx: saving.said',
  'renderer/pages/pay.tsx: odd',
  'renderer/parts/base/big-qr.tsx: code',
  'renderer/parts/base/layout.tsx: text',
  'renderer/parts/begin/places.tsx: host',
  'renderer/parts/history/line-row.tsx: about',
  'renderer/parts/base/agree-list.tsx: more',
  'renderer/parts/base/agree-parts.tsx: host',
  'renderer/parts/sums/link-kind.tsx: is',
  'renderer/parts/sums/link-kind.tsx: to',
  'renderer/parts/sums/transfer-parts.tsx: seen',
];
/** Our own, and in the form in which it is: the text of a sheet, a receipt and a report, parts of a sum, a wallet's random number. */
const AS_IT_IS = [
  'renderer/pages/emptied.tsx: receipt.text',
  'renderer/parts/base/money.tsx: sum.currency',
  'renderer/parts/copies/read-aloud.tsx: group',
  'renderer/parts/copies/share-page.tsx: date',
  'renderer/parts/copies/share-page.tsx: split',
  'renderer/parts/copies/sheet.tsx: sheet.date',
  'renderer/parts/copies/sheet.tsx: sheet.sheetNumber',
  'renderer/parts/copies/sheet.tsx: sheet.text',
  'renderer/parts/escrow/standing.tsx: escrow.walletId',
  'renderer/parts/frame/report.tsx: text',
];

test('no page shows a text as it came', () => {
  const raw = listSources(['renderer'])
    .filter((path) => path.endsWith('.tsx'))
    .flatMap(rawIn);
  expect(raw.length).toBeGreaterThan(10);
  expect(
    raw.filter(
      (each) => !HANDED_ON.includes(each.replace(/^[^:]*: /, '')) && ![...AS_IT_IS, ...MADE_BEFORE].includes(each),
    ),
  ).toEqual([]);
});
