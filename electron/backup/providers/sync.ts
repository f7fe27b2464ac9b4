// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { amountToText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { openSecret } from '../../taler/crypto/secret.ts';
import { download, upload } from '../../taler/sync.ts';
import type { HeardBlob, SyncTrouble } from '../../taler/sync-answer.ts';
import { syncConfig, type SyncConfigFailure } from '../../taler/sync-config.ts';
import { parseBaseUrl } from '../../taler/wire/base-url.ts';
import type { World } from '../../world.ts';
import { isBlob, MAX_BLOB } from '../copies/blob.ts';
import type { AccountKeys } from '../root-secret.ts';
import type { Inspected, ProviderKind } from './kind.ts';
import type { Fetched, Provider, ProviderTrouble } from './provider.ts';
import { whyOfService } from './service-trouble.ts';

/** Taler `sync` services: their base URL is their id, and the account there is paid once a year. */
export const syncKind: ProviderKind = {
  kind: 'sync',
  icon: 'server',
  takesFee: true,
  keepsOlder: false,
  fields: [],
  owns: (id) => /^https?:\/\//i.test(id),
  hasAddress: false,
  inspect: async (world, target) => inspect(world, target),
  claim: async (_world, target) => {
    const baseUrl = parseBaseUrl(target);
    return baseUrl.ok ? ok({ id: baseUrl.value }) : misbehaved({ kind: 'no-address', facts: {} });
  },
  open: (world, keys) => syncProvider(world, keys.providerId, keys),
  place: (id) => id,
};

const inspect = async (world: World, target: string): Promise<Inspected> => {
  const baseUrl = parseBaseUrl(target);
  if (!baseUrl.ok) return undefined;
  const config = await syncConfig(world, baseUrl.value);
  if (config.ok) {
    const { annualFee, liabilityLimit, storageLimitMegabytes } = config.value;
    return ok({
      id: baseUrl.value,
      suggestedName: new URL(baseUrl.value).host,
      fields: [],
      annualFee: amountToText(annualFee),
      liability: amountToText(liabilityLimit),
      storageLimitMb: storageLimitMegabytes,
    });
  }
  const { kind } = config.error;
  const isSilent = kind === 'unreachable' || kind === 'timeout' || kind === 'server-trouble';
  return err({ kind: isSilent ? 'provider-silent' : 'no-provider-there', target, why: whyOfService(config.error) });
};

/** A Taler sync service: one blob per account, paid once a year. `baseUrl` is spelled exactly as the account was derived from it. */
export const syncProvider = (world: World, baseUrl: string, keys: AccountKeys): Provider => ({
  id: baseUrl,
  isOneForAll: true,

  describe: async () => {
    const config = await syncConfig(world, baseUrl);
    if (!config.ok) return err(trouble(config.error));
    const { annualFee, liabilityLimit, storageLimitMegabytes, saidAt } = config.value;
    return ok({
      annualFee,
      liability: liabilityLimit,
      storageLimitMb: storageLimitMegabytes,
      ...(saidAt === undefined ? {} : { saidAt }),
    });
  },

  fetch: async () => {
    const answer = await download(world, { baseUrl, accountPub: keys.publicKey, maxBytes: MAX_BLOB });
    if (!answer.ok) return err(trouble(answer.error));
    switch (answer.value.kind) {
      case 'blob':
        return asCopy(answer.value);
      case 'empty':
      case 'account-unknown':
        return ok({ kind: answer.value.kind });
      case 'unchanged':
        return misbehaved({ kind: 'unasked-unchanged', facts: {} });
      case 'closing':
        return answer.value.blob ? asCopy(answer.value.blob) : err({ kind: 'closing' });
    }
  },

  store: async ({ bytes, replaces, paidOrder, freshOrder, payAhead }) => {
    const answer = await upload(world, {
      baseUrl,
      accountPriv: openSecret(keys.seed),
      bytes,
      ...(replaces === undefined ? {} : { oldHash: replaces }),
      ...(paidOrder === undefined ? {} : { payingOrder: paidOrder }),
      ...(freshOrder === true ? { fresh: true } : {}),
      ...(payAhead === true ? { pay: true } : {}),
    });
    if (!answer.ok) return err(trouble(answer.error));
    switch (answer.value.kind) {
      case 'stored':
      case 'unchanged':
      case 'previous-unknown':
      case 'too-large':
        return ok({ kind: answer.value.kind });
      case 'conflict':
        return isCopy(answer.value.blob)
          ? ok({ kind: 'conflict', bytes: answer.value.blob.bytes, hash: answer.value.blob.hash })
          : err(trouble({ kind: 'between', status: 409 }));
      case 'payment-required':
        return ok({ kind: 'payment-required', payUri: answer.value.payUri });
      case 'bad-signature':
        return err({ kind: 'refused', why: { kind: 'bad-signature', facts: {} } });
      case 'damaged-in-transit':
        return misbehaved({ kind: 'damaged-in-transit', facts: {} });
      case 'payment-backend-trouble':
        return err({ kind: 'silent', why: { kind: 'payment-service-silent', facts: {} } });
      case 'closing':
        return answer.value.blob && !isCopy(answer.value.blob)
          ? err(trouble({ kind: 'between', status: 410 }))
          : err({ kind: 'closing' });
    }
  },
});

/** What the service says is a copy, or what begins like one; the rest was sent by somebody else. */
const isCopy = ({ bytes, isSigned, isLabelled }: HeardBlob): boolean => isSigned || isLabelled || isBlob(bytes);

const asCopy = (blob: HeardBlob): Result<Fetched, ProviderTrouble> =>
  isCopy(blob)
    ? ok({ kind: 'blob', bytes: blob.bytes, hash: blob.hash, also: [] })
    : err(trouble({ kind: 'between', status: 200 }));

const misbehaved = (why: Said<'trouble'>): Result<never, ProviderTrouble> => err({ kind: 'misbehaved', why });

const trouble = (failure: SyncTrouble | SyncConfigFailure): ProviderTrouble => {
  const why = whyOfService(failure);
  switch (failure.kind) {
    case 'unreachable':
    case 'timeout':
      return { kind: 'silent', why };
    case 'server-trouble':
      return {
        kind: 'silent',
        why,
        ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
      };
    case 'between':
      return { kind: 'silent', why };
    case 'redirected':
    case 'malformed-response':
      return { kind: 'silent', why: { kind: 'between', facts: {} } };
    default:
      return { kind: 'misbehaved', why };
  }
};
