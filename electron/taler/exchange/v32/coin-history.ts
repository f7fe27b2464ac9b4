// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../../shared/amount.ts';
import { err, ok } from '../../../../shared/result.ts';
import { bytesToCrock } from '../../bytes/encodings.ts';
import { V32_SCHEME } from '../../coin/schemes.ts';
import { sessionMark } from '../../coin/refresh-v32.ts';
import { eddsaPublicKey } from '../../crypto/eddsa.ts';
import type { Context } from '../context.ts';
import type { LinkedMelt } from '../answers.ts';
import type { Answer, Exchange } from '../exchange.ts';
import type { ExchangeFailure } from '../failure.ts';
import { readLines } from '../history/history.ts';
import type { HistoryLine } from '../history/coin.ts';
import { readPages, type Pages } from '../history/pages.ts';
import { MELT_LINE } from './fields.ts';
import { reveal } from './melt.ts';
import { readTold, type ToldMelt } from './told.ts';

type OfCoin = Parameters<Exchange['coinHistory']>[0];

/** `GET coins/$PUB/history` (v26 on), all parts; every signature in it is checked, and the balance is the sum of the lines. */
export const coinHistory =
  (context: Context): Exchange['coinHistory'] =>
  async (of) => {
    const pages = await pagesOf(context, of);
    if (!pages.ok) return pages;
    if (pages.value === 'unknown') return ok({ state: 'unknown' });
    const lines: HistoryLine[] = [];
    for (const line of pages.value.lines) {
      const whole = await withCommitment(context, of, line);
      if (!whole.ok) return whole;
      lines.push(whole.value);
    }
    const read = await readLines(context, lines, {
      coinPub: eddsaPublicKey(of.coinPriv),
      denomination: of.denomination,
    });
    const { balance } = pages.value;
    if (read.ok && balance !== undefined && balance !== amountToText(read.value.balance))
      return err({ kind: 'bad-history', what: 'the balance is not the sum of the entries' });
    return read;
  };

/** What became of a coin, from its history (v32 on): what was melted and not revealed is revealed here, for the seed is told. */
export const link =
  (context: Context): Exchange['link'] =>
  async ({ priv, denomination }) => {
    const told = await toldMelts(context, { coinPriv: priv, denomination });
    if (!told.ok) return told;
    const melts: LinkedMelt[] = [];
    for (const melt of told.value) {
      const signatures = await signaturesOf(context, melt);
      if (!signatures.ok && isSilence(signatures.error)) return signatures;
      // One that cannot be revealed has made no coins yet; it is told of again.
      if (signatures.ok) melts.push(linkedMelt(melt, signatures.value));
    }
    return ok(melts);
  };

/** The melts of a coin that its history tells and that this wallet's derivation explains. */
export const toldMelts = async (context: Context, of: OfCoin): Answer<readonly ToldMelt[]> => {
  const [pages, keys] = [await pagesOf(context, of, { anew: true }), await context.keys()];
  if (!pages.ok) return pages;
  if (!keys.ok) return keys;
  const melts: ToldMelt[] = [];
  for (const line of pages.value === 'unknown' ? [] : pages.value.lines) {
    const melt = line.type === 'MELT' ? await readTold(context, keys.value, of, line) : undefined;
    if (melt) melts.push(melt);
  }
  return ok(melts);
};

const pagesOf = async (
  context: Context,
  { coinPriv, denomination }: OfCoin,
  how: { readonly anew?: boolean } = {},
): Answer<Pages | 'unknown'> => {
  const pages = await readPages(context, 'coins', coinPriv, how);
  if (!pages.ok || pages.value === 'unknown') return pages;
  const { denominationHash } = pages.value;
  return denominationHash === undefined || denominationHash === denomination.hash
    ? pages
    : err({ kind: 'bad-history', what: 'another denomination' });
};

/** Whether a melt's line names its commitment is not known; where it does not, it follows from the seed. */
const withCommitment = async (context: Context, of: OfCoin, line: HistoryLine): Answer<HistoryLine> => {
  if (line.type !== 'MELT' || line[MELT_LINE.rc] !== undefined) return ok(line);
  const keys = await context.keys();
  if (!keys.ok) return keys;
  const told = await readTold(context, keys.value, of, line);
  return told
    ? ok({ ...line, [MELT_LINE.rc]: bytesToCrock(told.derived.rc) })
    : err({ kind: 'bad-history', what: 'MELT: no commitment' });
};

const signaturesOf = (context: Context, melt: ToldMelt): Answer<readonly Uint8Array[]> =>
  melt.signatures
    ? Promise.resolve(ok(melt.signatures))
    : reveal(context, {
        rc: melt.derived.rc,
        gamma: melt.gamma,
        batchSeeds: melt.derived.batchSeeds,
        coins: melt.denominations.length,
      });

/** Failures that say nothing about the melt: it is asked about again. */
const isSilence = ({ kind }: ExchangeFailure): boolean =>
  kind === 'unreachable' || kind === 'timeout' || kind === 'server-trouble' || kind === 'too-large';

const linkedMelt = (melt: ToldMelt, signatures: readonly Uint8Array[]): LinkedMelt => ({
  transferPub: sessionMark(melt.seed),
  session: { scheme: V32_SCHEME, seed: melt.seed, noRevealIndex: melt.gamma },
  newCoins: melt.denominations.map(({ hash, cipher }, index) => ({
    denominationHash: hash,
    cipher,
    blindSignature: signatures[index],
    index,
  })),
});
