// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { CycleReportView } from '../../../shared/view-backup.ts';
import type { Standing } from '../../state/standing.ts';
import type { RecoveryFailure } from '../paper/recovery-failure.ts';
import type { EscrowRecoveryFailure } from './escrow-recovery.ts';

/** Everything that can be expected to go wrong in a request about the backup; nothing was changed when one is returned. */
export type BackupFailure =
  | RecoveryFailure
  | EscrowRecoveryFailure
  /** the operation is for the other backup state (ARCHITECTURE.md#the-state-of-a-backup) */
  | { readonly kind: 'wrong-backup-state'; readonly state: 'uninitialized' | 'initialized' }
  /** a restore would put the money that is `here`, or `coming`, under the secret of a sheet that others may have */
  | { readonly kind: 'money-here'; readonly here: readonly string[]; readonly coming: readonly string[] }
  /** this wallet plays, and the copies are of one that does not */
  | { readonly kind: 'play-money-here' }
  /** taking over was not agreed to, or asks more by now: by its copies that wallet holds `there`, and making it ours alone costs `fees` */
  | {
      readonly kind: 'takeover-asks';
      readonly there: readonly string[];
      readonly fees: readonly string[];
      /** what cannot be paid to ourselves: it can be reached with the other sheet afterwards, too */
      readonly stays: readonly string[];
      readonly issuers: readonly string[];
      /** of those, whoever gave no price */
      readonly silent: readonly string[];
      /** a device that has not left that wallet: what it has not saved, money without a backup too, stands in no copy */
      readonly unsaved?: string;
    }
  /** the other wallet's copies name an issuer that this wallet does not know: it is asked nothing before the person has agreed to it */
  | { readonly kind: 'unknown-exchange'; readonly exchange: string }
  /** they name one that lies further inside than they do, or is not encrypted */
  | { readonly kind: 'issuer-not-allowed'; readonly exchange: string }
  | { readonly kind: 'too-many-issuers'; readonly named: number; readonly limit: number }
  /** bringing in another program's money was not agreed to, or asks more by now; as with a takeover */
  | {
      readonly kind: 'import-asks';
      readonly there: readonly string[];
      readonly fees: readonly string[];
      readonly stays: readonly string[];
      readonly issuers: readonly string[];
      readonly silent: readonly string[];
    }
  | BroughtFailure
  | { readonly kind: 'restore-running' }
  | { readonly kind: 'drill-running' }
  | { readonly kind: 'drill-stopped' }
  | { readonly kind: 'restore-stopped' }
  /** this device is not the active one of its wallet */
  | { readonly kind: 'wrong-device-state'; readonly standing: Exclude<Standing, 'active'> }
  /** the other wallet's copies do not say that its device has left; `status` is what they say of it */
  | {
      readonly kind: 'not-abandoned';
      readonly device: string;
      readonly status: 'active' | 'leaving' | 'taken-over';
      readonly lastWroteAt?: number;
    }
  /** emptying has not come so far, or too far, for what was asked; `left` is still here */
  | {
      readonly kind: 'not-empty';
      readonly why: 'still' | 'too-late' | 'came-in' | 'began';
      readonly left?: readonly string[];
    }
  /** the recovery text is this wallet's own */
  | { readonly kind: 'own-sheet' }
  /** a name of which nothing can be read */
  | { readonly kind: 'empty-name' }
  /** the recovery text is of a secret that was this wallet's before a new one was made, at that time */
  | { readonly kind: 'void-sheet'; readonly at: number }
  /** a new secret was not agreed to, or costs more by now: `total` altogether */
  | { readonly kind: 'rekey-asks'; readonly total: readonly string[] }
  | { readonly kind: 'rekey-running' }
  | { readonly kind: 'no-rekey' }
  /** nothing of this wallet is in escrow */
  | { readonly kind: 'no-escrow' }
  /** a newer Holdfast has set it up */
  | { readonly kind: 'escrow-needs-newer' }
  | { readonly kind: 'escrow-running' }
  /** what a person is known by cannot be right */
  | {
      readonly kind: 'escrow-attribute';
      readonly name: string;
      readonly why: 'missing' | 'too-long' | 'pattern' | 'date' | 'unknown';
    }
  /** a method cannot be right; they are counted from 1 */
  | {
      readonly kind: 'escrow-method';
      readonly number: number;
      readonly type: string;
      readonly why: 'empty' | 'too-long' | 'shape' | 'country-code-missing' | 'check-digits';
    }
  /** whoever has the one has the other, too */
  | { readonly kind: 'escrow-method-twice'; readonly number: number; readonly type: string }
  | { readonly kind: 'escrow-methods-few' }
  | { readonly kind: 'escrow-methods-many'; readonly most: number }
  | { readonly kind: 'escrow-ways-many'; readonly most: number }
  /** so many of the methods cannot be asked for */
  | { readonly kind: 'escrow-needed'; readonly methods: number }
  | { readonly kind: 'escrow-no-place-for'; readonly type: string }
  | { readonly kind: 'escrow-place'; readonly place: string; readonly why: Said<'escrow'> }
  | { readonly kind: 'escrow-asks'; readonly total: readonly string[] }
  /** the data that was given again is not that of the person whose escrow this is */
  | { readonly kind: 'escrow-other-person' }
  | { readonly kind: 'escrow-unproven' }
  /** money was moved already: the old secret cannot be kept any more */
  | { readonly kind: 'rekey-too-late' }
  /** no restore or takeover of that number can be taken back here */
  | { readonly kind: 'no-undo' }
  /** no sheet that was read back leads to a copy of this much */
  | { readonly kind: 'undo-would-lose'; readonly lost: readonly string[] }
  /** all that came from the other wallet, `there` by its copies, was paid over or used here since: only this wallet has it */
  | { readonly kind: 'undo-nothing'; readonly there: readonly string[] }
  /** none of the other wallet's places gave a copy, so that nobody can say what its sheet still brings back */
  | { readonly kind: 'undo-unheard'; readonly places: readonly string[] }
  /** the recovery text is another wallet's */
  | { readonly kind: 'other-sheet' }
  /** the other wallet's copies hold kinds of things that only a newer Holdfast knows */
  | { readonly kind: 'newer-wallet-there' }
  /** 401: it does not accept the user name or the password */
  | { readonly kind: 'password-refused'; readonly target: string }
  /** a password would be sent there for everybody to read */
  | { readonly kind: 'needs-https'; readonly target: string }
  /** an address with a user name or password in it, which would be seen wherever the address is */
  | { readonly kind: 'password-in-address' }
  /** the providers do not hold everything, so nothing that relies on them was begun */
  | { readonly kind: 'not-stored'; readonly reports: readonly CycleReportView[] }
  | {
      readonly kind: 'no-provider-there' | 'place-unusable' | 'provider-silent';
      readonly target: string;
      readonly why: Said<'trouble'>;
    }
  | { readonly kind: 'malformed-max-fee'; readonly text: string }
  /** it asks for money, and nobody has said up to how much */
  | { readonly kind: 'no-price-agreed'; readonly fee: string }
  | { readonly kind: 'fee-above-cap'; readonly fee: string; readonly cap: string }
  | { readonly kind: 'unknown-provider'; readonly id: string }
  /** a folder, which asks for nothing */
  | { readonly kind: 'takes-no-fee' }
  /** nothing was ever paid there */
  | { readonly kind: 'no-year-to-renew' }
  /** its year is paid until then, and the next one can be paid `from` then on */
  | { readonly kind: 'year-not-ending'; readonly until: number; readonly from: number }
  /** what was to be a proxy is none */
  | { readonly kind: 'no-proxy' }
  | { readonly kind: 'too-many-providers'; readonly limit: number }
  /** what a person named as a place is no address */
  | { readonly kind: 'no-such-place'; readonly text: string }
  /** a recovery text without providers, and no place was named and no folder pointed at */
  | { readonly kind: 'nowhere-to-restore-from' }
  | { readonly kind: 'nothing-restored'; readonly sources: readonly UnusedSource[] };

/** What is to be brought in from GNU Taler's wallet cannot be read. */
export type BroughtFailure =
  | { readonly kind: 'import-too-large'; readonly limit: number }
  /** more records than are read of any */
  | { readonly kind: 'import-too-many'; readonly limit: number }
  | { readonly kind: 'import-not-a-wallet' }
  /** it is one, and cut or changed on its way */
  | { readonly kind: 'import-damaged' }
  /** what it calls its version is not known here */
  | { readonly kind: 'import-newer'; readonly version: string }
  /** a sealed copy, without the secret that opens it */
  | { readonly kind: 'import-needs-secret' }
  | { readonly kind: 'import-wrong-secret' }
  /** places keep copies of Holdfast under this secret, which a restore or a takeover reads */
  | { readonly kind: 'import-is-ours' };

/** A place that was asked for copies and had nothing to give; `notes` say why. */
export type UnusedSource = {
  readonly name: string;
  readonly provider: string;
  readonly answer: 'empty' | 'silent' | 'unusable';
  readonly notes: readonly Said<'source'>[];
};
