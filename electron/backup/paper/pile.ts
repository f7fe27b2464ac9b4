// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { openSecret } from '../../taler/crypto/secret.ts';
import { rootSecretFromBytes, ROOT_LENGTHS } from '../root-secret.ts';
import { joinShares } from './codex32/shares.ts';
import { isSamePaper, lettersOf, type OnPaper } from './on-paper.ts';
import type { RecoveryFailure, SharesApart } from './recovery-failure.ts';
import { withoutDoubles } from './sheet-lines.ts';
import { RECOVERY_PREFIX, sheetNumberFor, type Recovery } from './text.ts';

/** A split that others made may have 31; more texts than this are not looked at. */
export const MAX_SHARES = 16;

/** Shares that lie together and say nothing against each other, as they came. */
export type Pile = {
  /** four characters, in capitals */
  readonly split: string;
  readonly needed: number;
  /** how many were made, where one of them says it */
  readonly of?: number;
  readonly shares: readonly Share[];
  /** the number of one that came twice */
  readonly twice?: number;
};

type Share = OnPaper & { readonly share: NonNullable<OnPaper['share']> };
type Placed = { readonly line: number; readonly paper: OnPaper };

const isShare = (paper: OnPaper): paper is Share => paper.share !== undefined;

/** How the code of a further share of the same split begins; nothing where no share has been read. */
export const beginOf = (papers: readonly OnPaper[]): string => {
  const first = papers.find(isShare);
  return first === undefined ? '' : `${RECOVERY_PREFIX}1${first.share.needed}${first.identifier}`;
};

/** What one whole sheet says, or enough shares together. Anything else is refused by name. */
export const recoveryOf = (papers: readonly Placed[]): Result<Recovery, RecoveryFailure> => {
  const [first, ...others] = papers;
  if (first === undefined) return err({ kind: 'not-a-recovery-text', line: 1 });
  if (papers.every(({ paper }) => !isShare(paper))) {
    const other = others.find(({ paper }) => !isSamePaper(paper, first.paper));
    return other === undefined
      ? wholeOf(first)
      : err({ kind: 'two-recovery-texts', line: first.line, other: other.line });
  }
  const pile = pileOf(papers);
  return pile.ok ? joinedPile(pile.value) : pile;
};

const wholeOf = ({ line, paper }: Placed): Result<Recovery, RecoveryFailure> => {
  const root = rootSecretFromBytes(openSecret(paper.payload));
  if (!root.ok) return err({ kind: 'recovery-line', line, why: { kind: 'secret-length', facts: {} } });
  const { identifier: sheetNumber, walletName, date, providers } = paper;
  return ok({ root: root.value, sheetNumber, walletName, date, providers });
};

/** Puts shares together, without what came twice. They need not be enough. */
export const pileOf = (papers: readonly Placed[]): Result<Pile, SharesApart> => {
  const shares: Share[] = [];
  let twice: number | undefined;
  for (const { line, paper } of papers) {
    if (!isShare(paper)) return err({ kind: 'sheet-among-shares', line });
    const apart = shares.map((other) => whyApart(paper, other)).find((why) => why !== undefined);
    if (apart !== undefined) return err(apart);
    if (shares.some((each) => lettersOf(each) === lettersOf(paper))) twice = paper.share.number;
    else shares.push(paper);
  }
  const [first] = shares;
  if (first === undefined) return err({ kind: 'too-many-shares', limit: MAX_SHARES });
  const of = shares.find((each) => each.of !== undefined)?.of;
  return ok({
    split: first.identifier.toUpperCase(),
    needed: first.share.needed,
    ...(of === undefined ? {} : { of }),
    shares,
    ...(twice === undefined ? {} : { twice }),
  });
};

const whyApart = (one: Share, other: Share): SharesApart | undefined => {
  const [share, split] = [one.share.number, one.identifier.toUpperCase()];
  if (one.identifier !== other.identifier)
    return { kind: 'share-of-another-split', share, split, other: other.identifier.toUpperCase() };
  const contradicts =
    one.share.needed !== other.share.needed ||
    lettersOf(one).length !== lettersOf(other).length ||
    (one.share.number === other.share.number && lettersOf(one) !== lettersOf(other)) ||
    differ(one.of, other.of) ||
    differ(one.date, other.date);
  return contradicts ? { kind: 'share-contradicts', share, split } : undefined;
};

/** What does not stand there contradicts nothing. */
const differ = <T extends string | number>(one: T | undefined, other: T | undefined): boolean =>
  one !== undefined && one !== '' && other !== undefined && other !== '' && one !== other;

/** The secret of enough shares, with the places that any of them names. */
export const joinedPile = ({ split, needed, shares, twice }: Pile): Result<Recovery, SharesApart> => {
  if (shares.length < needed) {
    if (twice !== undefined) return err({ kind: 'same-share-twice', share: twice, split, needed });
    const there = shares.map(({ share }) => String(share.number));
    return err({ kind: 'too-few-shares', split, needed, got: shares.length, there });
  }
  const joined = joinShares(shares.map(lettersOf), RECOVERY_PREFIX, ROOT_LENGTHS);
  const root = joined.ok ? rootSecretFromBytes(joined.value.bytes) : joined;
  if (!root.ok) {
    // One that is over does not agree with the others; which one it is cannot be told.
    return err({ kind: 'share-contradicts', share: shares.at(-1)?.share.number ?? 0, split });
  }
  const facts = {
    root: root.value,
    walletName: shares.find(({ walletName }) => walletName !== '')?.walletName ?? '',
    date: shares.find(({ date }) => date !== '')?.date ?? '',
    providers: withoutDoubles(shares.flatMap(({ providers }) => providers)),
  };
  return ok({ ...facts, sheetNumber: sheetNumberFor(facts), split });
};
