// SPDX-License-Identifier: GPL-3.0-or-later
import type { Result } from '../../../shared/result.ts';
import type { ProviderField, ProviderOfferView, ProviderTraits } from '../../../shared/view-backup.ts';
import type { World } from '../../world.ts';
import type { BackupFailure } from '../failure/failure.ts';
import type { AccountKeys } from '../root-secret.ts';
import type { Provider, ProviderTrouble } from './provider.ts';

/** What the person answered to the fields of a kind, by field name. Some are secrets: kept in the database and in the copies only. */
export type Answers = Readonly<Record<string, string>>;

/** What has to be known to reach a provider that is not found by its id alone; every device of the wallet may use it. */
export type Access = {
  /** the kind that understands the rest */
  readonly kind: string;
  /** where it is, as it may be shown and stands on the sheet; without any secret */
  readonly address: string;
  readonly answers: Answers;
};

/** The ways to one provider that are known on this machine. */
export type Ways = {
  /** where its files were last seen on a machine of this wallet; a hint, never an identity */
  readonly directory?: string;
  readonly access?: Access;
};

/** What a person has pointed at and agreed to: the provider's id, and how it is reached. */
export type Claimed = { readonly id: string } & Ways;

/** What a kind says of a target. `undefined`: the target does not have the form of this kind. */
export type Inspected = Result<Omit<ProviderOfferView, keyof ProviderTraits>, BackupFailure> | undefined;

/** A kind of provider: all that the wallet, the window and the command line know about it. */
export type ProviderKind = ProviderTraits & {
  /** what has to be answered before one of this kind is opened, a restore included */
  readonly fields: readonly ProviderField[];
  /** whether an id can be this kind's; two kinds that reach the same places share their ids */
  readonly owns: (id: string) => boolean;
  /** its providers have an address beside their id, on the sheet too */
  readonly hasAddress: boolean;
  /**
   * What the provider at a target asks, before anything is agreed to; nothing is written anywhere. A failure `no-provider-there` lets the
   * next kind look at the target, any other ends the search.
   */
  readonly inspect: (world: World, target: string, answers: Answers) => Promise<Inspected>;
  /** Makes what was inspected a provider of ours, where that needs something to be written. */
  readonly claim: (world: World, target: string, answers: Answers) => Promise<Result<Claimed, ProviderTrouble>>;
  /** The provider of these keys, if one of the ways is this kind's. */
  readonly open: (world: World, keys: AccountKeys, ways: Ways) => Provider | undefined;
  /** The id of the provider that lies in a directory; undefined when none does, or it cannot be read now. Only for kinds that lie in one. */
  readonly inDirectory?: (directory: string) => Promise<string | undefined>;
  /** What people know it by when its id says nothing to them; undefined when that is not known here. */
  readonly place: (id: string, ways: Ways) => string | undefined;
};
