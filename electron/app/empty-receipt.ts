// SPDX-License-Identifier: GPL-3.0-or-later
import type { Words } from '../../shared/words/words.ts';
import type { Spoken } from '../../shared/words/spoken.ts';
import { sayAll } from '../../shared/words/say.ts';
import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { EmptyReceiptView } from '../../shared/view-devices.ts';
import type { FailureView } from '../../shared/view.ts';
import type { Emptied } from '../backup/leave/emptying.ts';
import { writeWholeSync } from '../storage/whole-file.ts';

const MARGIN = 50;
const INDENT = 14;

/** Writes what was sent where beside the wallet, as text and as PDF, before the wallet is erased; a receipt that cannot be written stops that. */
export const writeReceipt = async (
  directory: string,
  facts: Emptied,
  words: Words,
): Promise<Result<EmptyReceiptView, FailureView>> => {
  const text = receiptText(facts, words);
  // The name comes from when emptying ended, so that a crash and a second try write the same files.
  const name = `emptied-${new Date(facts.at).toISOString().slice(0, 19).replaceAll(':', '')}`;
  const files = [join(directory, `${name}.txt`), join(directory, `${name}.pdf`)] as const;
  try {
    writeWholeSync(files[0], Buffer.from(text));
    writeWholeSync(files[1], await receiptPdf(text, words));
  } catch {
    return err({
      kind: 'unwritable-file',
      facts: { what: 'receipt', file: directory },
    });
  }
  return ok({ text, files });
};

/** The receipt in plain words: sums, and for each payment the number by which its issuer and receiver find it. */
const receiptText = ({ at, payments, totals, fees, dust, late }: Emptied, words: Words): string => {
  const { t } = words;
  const sums = (texts: readonly string[]): readonly Spoken[] => texts.map(words.amount);
  return [
    t('receipt.title'),
    '',
    t('receipt.date', { at }),
    totals.length === 0 ? t('receipt.sent.nothing') : t('receipt.sent', { sums: sums(totals) }),
    fees.length === 0 ? t('receipt.fees.none') : t('receipt.fees', { sums: sums(fees) }),
    ...(dust.length === 0 ? [] : [t('receipt.dust', { sums: sums(dust) })]),
    '',
    ...payments.flatMap((payment, index) => [
      t('receipt.payment', { number: index + 1, sum: payment.amount, exchange: payment.exchange }),
      `   ${t('receipt.payment.fees', { fees: payment.fees, until: payment.expiresAt })}`,
      `   ${t('receipt.payment.id', { id: payment.id })}`,
    ]),
    ...(late.length === 0 ? [] : [sayAll(words, 'emptying', late)]),
    '',
    t('receipt.erased'),
    '',
  ].join('\n');
};

const receiptPdf = async (text: string, { t, dir: direction }: Words): Promise<Uint8Array> => {
  // Fonts and their reader are two thirds of what a wallet would load when it starts, for what it does once in its life.
  const { openPdf, setText } = await import('../backup/paper/typeset.ts');
  const { page, whole } = openPdf('A4', MARGIN, t('receipt.title'));
  const width = page.page.width - 2 * MARGIN;
  const column = { x: MARGIN, width, face: 'plain', size: 10, gap: 2, direction } as const;
  const [title = '', ...lines] = text.split('\n');
  page.y = MARGIN;
  setText(page, title, { ...column, face: 'bold', size: 18 });
  for (const line of lines) {
    const indent = line.startsWith('   ') ? INDENT : 0;
    const x = direction === 'ltr' ? column.x + indent : column.x;
    setText(page, line.trim(), { ...column, x, width: width - indent });
  }
  page.end();
  return whole;
};
