// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../../shared/view.ts';
import { explainStanding } from '../../wallet/failure/explain.ts';
import type { BackupFailure } from './failure.ts';
import { explainRecoveryFailure } from '../paper/parse.ts';

/** The failure for people: what happened, whether money is at risk, what next. It never quotes a secret. */
export const explainBackupFailure = (failure: BackupFailure): FailureView => ({
  kind: failure.kind,
  sentence: sentence(failure),
});

const whyNotAbandoned = ({
  device,
  status,
  lastWroteAt,
}: Extract<BackupFailure, { readonly kind: 'not-abandoned' }>): string => {
  const since =
    lastWroteAt === undefined
      ? ''
      : ` (it last wrote on ${new Date(lastWroteAt).toISOString().slice(0, 16).replace('T', ' ')} UTC)`;
  switch (status) {
    case 'active':
      return `${device} still uses that wallet${since}; two devices that spend the same coins get in each other's way.`;
    case 'leaving':
      return `${device} is leaving that wallet and has not finished${since}.`;
    case 'taken-over':
      return `That wallet has been taken over before${since}, so its money is probably elsewhere already.`;
  }
};

const sentence = (failure: BackupFailure): string => {
  switch (failure.kind) {
    case 'wrong-backup-state':
      return failure.state === 'initialized'
        ? `This wallet already has a backup of its own (backup state: initialized), so ${failure.operation} was refused and nothing was changed. Use a fresh wallet, or take that wallet over into this one.`
        : `This wallet has no backup (backup state: uninitialized), so ${failure.operation} was refused and nothing was changed. Add a provider first, or take the wallet over with its recovery sheet.`;
    case 'restore-running':
      return 'A restore or takeover is running already; wait until it has finished. Nothing was changed.';
    case 'wrong-device-state':
      return `${explainStanding(failure.standing)} So ${failure.operation} was refused (state of this device: ${failure.standing}) and nothing was changed.`;
    case 'not-abandoned':
      return `${whyNotAbandoned(failure)} Leave the wallet there first ('holdfast abandon'), or take it over even so ('--even-if-not-abandoned'): then that device stops as soon as it hears of it, and what it has not uploaded stays on it. Nothing was changed.`;
    case 'not-empty':
      return failure.sentence;
    case 'newer-wallet-there':
      return 'A newer Holdfast has written things into that wallet that this one cannot tell from money, so it was not taken over and nothing was changed. Please update, then take it over.';
    case 'own-sheet':
      return "This is the recovery text of this very wallet. To make this device its active one, use 'holdfast takeover here'. Nothing was changed.";
    case 'not-stored': {
      const said = failure.reports.map(({ provider, outcome, note }) => `${provider}: ${note ?? outcome}`).join('; ');
      return `Not enough providers hold a verified copy of everything (${said === '' ? 'there are none' : said}), so nothing was begun and nothing is forgotten; try again later.`;
    }
    case 'no-provider-there':
      return `${failure.target} is no backup provider: ${failure.why}. Nothing was changed.`;
    case 'place-unusable':
      return `${failure.target} cannot keep copies as it is: ${failure.why}. Nothing was changed.`;
    case 'provider-silent':
      return `${failure.target} did not answer: ${failure.why}. Nothing was changed; try again later.`;
    case 'password-refused':
      return `${failure.target} does not accept this user name and password. Nothing was changed; many servers want an app password here, made in their settings under "security".`;
    case 'needs-https':
      return `A password is sent to ${failure.target}, so its address has to begin with https://. Nothing was changed.`;
    case 'password-in-address':
      return 'This address has a user name or password in it, where others can see it. Nothing was changed; give the address alone, and answer when you are asked for them.';
    case 'malformed-max-fee':
      return `"${failure.text}" is not an amount like KUDOS:0.5. Nothing was changed.`;
    case 'no-price-agreed':
      return `This provider asks ${failure.fee} a year, and no limit was agreed to; add it with one. Nothing was changed.`;
    case 'fee-above-cap':
      return `This provider asks ${failure.fee} a year, which is not within your limit of ${failure.cap}. Nothing was changed.`;
    case 'unknown-provider':
      return `${failure.id} is not one of this wallet's providers. Nothing was changed.`;
    case 'too-many-providers':
      return `A wallet has at most ${failure.limit} providers. Nothing was changed.`;
    case 'nowhere-to-restore-from':
      return 'The recovery text names no provider; point at a folder that holds a backup. Nothing was changed.';
    case 'nothing-restored': {
      const silent = failure.sources.filter((source) => source.answer === 'silent').length;
      const what = failure.sources
        .map((source) => `${source.provider}: ${source.answer}${source.note === undefined ? '' : ` (${source.note})`}`)
        .join('; ');
      return `No usable backup was found (${what}). Nothing was changed. ${silent > 0 ? 'Those that did not answer may still have it: try again later.' : 'Keep the recovery text.'}`;
    }
    default:
      return `${explainRecoveryFailure(failure)} Nothing was changed.`;
  }
};
