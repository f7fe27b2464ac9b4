// SPDX-License-Identifier: GPL-3.0-or-later
import { words } from '../../shared/words/words.ts';
import { sayAll } from '../../shared/words/say.ts';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { err, ok, type Result } from '../../shared/result.ts';
import type { EmptyReceiptView } from '../../shared/view-devices.ts';
import type { FailureView } from '../../shared/view.ts';
import type { Emptied } from '../backup/leave/emptying.ts';
import { writeWholeSync } from '../storage/whole-file.ts';

const TITLE = 'Receipt: this wallet was emptied';
const MARGIN = 50;

/** Writes what was sent where beside the wallet, as text and as PDF, before the wallet is erased; a receipt that cannot be written stops that. */
export const writeReceipt = async (
  directory: string,
  facts: Emptied,
): Promise<Result<EmptyReceiptView, FailureView>> => {
  const text = receiptText(facts);
  // The name comes from when emptying ended, so that a crash and a second try write the same files.
  const name = `emptied-${new Date(facts.at).toISOString().slice(0, 19).replaceAll(':', '')}`;
  const files = [join(directory, `${name}.txt`), join(directory, `${name}.pdf`)] as const;
  try {
    writeWholeSync(files[0], Buffer.from(text));
    writeWholeSync(files[1], await receiptPdf(text));
  } catch {
    return err({
      kind: 'unwritable-file',
      facts: { what: 'receipt', file: directory },
    });
  }
  return ok({ text, files });
};

/** The receipt in plain words: sums, and one line per payment with its purse, by which exchange and receiver can find it. */
const receiptText = ({ at, payments, totals, fees, dust, late }: Emptied): string =>
  [
    TITLE,
    '',
    `Date: ${time(at)} UTC`,
    `Sent and taken: ${totals.join(' and ') || 'nothing'}`,
    `Fees of sending: ${fees.join(' and ') || 'none'}`,
    ...(dust.length === 0 ? [] : [`Not worth sending (the fee is higher): ${dust.join(' and ')}`]),
    '',
    ...payments.flatMap((payment, at) => [
      `${at + 1}. ${payment.amount} at ${payment.exchange}`,
      `   fees ${payment.fees}, could be taken until ${time(payment.expiresAt)} UTC, taken`,
      `   purse ${payment.id}`,
    ]),
    ...(late.length === 0 ? [] : [sayAll(words('en'), 'emptying', late)]),
    '',
    'The wallet, its keys and its recovery secret were erased on this computer after that.',
    '',
  ].join('\n');

const receiptPdf = (text: string): Promise<Uint8Array> => {
  const page = new PDFDocument({ size: 'A4', margin: MARGIN, info: { Title: TITLE, Producer: 'Holdfast' } });
  const chunks: Uint8Array[] = [];
  page.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    page.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    page.on('error', reject);
  });
  const [title = '', ...lines] = text.split('\n');
  page.font('Helvetica-Bold').fontSize(18).text(title).moveDown(0.5);
  page.font('Helvetica').fontSize(10);
  // An empty line would take no room.
  for (const line of lines)
    page.text(line === '' ? ' ' : line.trimEnd(), { indent: line.startsWith('   ') ? 14 : 0, lineGap: 2 });
  page.end();
  return whole;
};

const time = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
