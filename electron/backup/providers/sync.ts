// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { openSecret } from '../../taler/crypto/secret.ts';
import { download, upload, type SyncTrouble } from '../../taler/sync.ts';
import { syncConfig, type SyncConfigFailure } from '../../taler/sync-config.ts';
import { parseBaseUrl } from '../../taler/wire/base-url.ts';
import type { World } from '../../world.ts';
import { MAX_BLOB } from '../copies/blob.ts';
import type { AccountKeys } from '../root-secret.ts';
import type { Inspected, ProviderKind } from './kind.ts';
import type { Provider, ProviderTrouble } from './provider.ts';

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
    return baseUrl.ok ? ok({ id: baseUrl.value }) : misbehaved('it is no web address');
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
  switch (config.error.kind) {
    case 'unreachable':
      return err({ kind: 'provider-silent', target, why: config.error.why });
    case 'timeout':
    case 'server-trouble':
      return err({ kind: 'provider-silent', target, why: 'no answer in time, or only an error' });
    case 'unsupported-version':
      return err({
        kind: 'no-provider-there',
        target,
        why: `it speaks version ${config.error.version} of the backup protocol`,
      });
    case 'not-a-sync-service':
      return err({ kind: 'no-provider-there', target, why: config.error.why });
    default:
      return err({ kind: 'no-provider-there', target, why: 'it does not answer like a backup service' });
  }
};

/** A Taler sync service: one blob per account, paid once a year. `baseUrl` is spelled exactly as the account was derived from it. */
export const syncProvider = (world: World, baseUrl: string, keys: AccountKeys): Provider => ({
  id: baseUrl,

  describe: async () => {
    const config = await syncConfig(world, baseUrl);
    if (!config.ok) return err(trouble(config.error));
    const { annualFee, liabilityLimit, storageLimitMegabytes } = config.value;
    return ok({ annualFee, liability: liabilityLimit, storageLimitMb: storageLimitMegabytes });
  },

  fetch: async () => {
    const answer = await download(world, { baseUrl, accountPub: keys.publicKey, maxBytes: MAX_BLOB });
    if (!answer.ok) return err(trouble(answer.error));
    switch (answer.value.kind) {
      case 'blob':
        return ok({ kind: 'blob', bytes: answer.value.bytes, hash: answer.value.hash, also: [] });
      case 'empty':
      case 'account-unknown':
        return ok({ kind: answer.value.kind });
      case 'unchanged':
        return misbehaved('it says "unchanged" without having been asked');
      case 'closing':
        return answer.value.blob
          ? ok({ kind: 'blob', bytes: answer.value.blob.bytes, hash: answer.value.blob.hash, also: [] })
          : err({ kind: 'closing' });
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
        return ok({ kind: 'conflict', bytes: answer.value.blob.bytes, hash: answer.value.blob.hash });
      case 'payment-required':
        return ok({ kind: 'payment-required', payUri: answer.value.payUri });
      case 'bad-signature':
        return err({
          kind: 'refused',
          why: 'it does not accept the signature of our account; is its address spelled as before?',
        });
      case 'damaged-in-transit':
        return misbehaved('the upload arrived damaged, twice');
      case 'payment-backend-trouble':
        return err({ kind: 'silent', why: 'its payment service does not answer' });
      case 'closing':
        return err({ kind: 'closing' });
    }
  },
});

const misbehaved = (why: string): Result<never, ProviderTrouble> => err({ kind: 'misbehaved', why });

const trouble = (failure: SyncTrouble | SyncConfigFailure): ProviderTrouble => {
  switch (failure.kind) {
    case 'unreachable':
      return { kind: 'silent', why: `it could not be reached (${failure.why})` };
    case 'timeout':
      return { kind: 'silent', why: `it did not answer within ${Math.round(failure.afterMs / 1000)} seconds` };
    case 'server-trouble':
      return {
        kind: 'silent',
        why: `it has trouble of its own (HTTP ${failure.status})`,
        ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
      };
    case 'too-large':
      return { kind: 'misbehaved', why: `its answer is larger than ${Math.round(failure.limitBytes / 1024)} KiB` };
    case 'malformed-response':
      return { kind: 'misbehaved', why: `its answer cannot be read (${failure.why})` };
    case 'redirected':
      return { kind: 'misbehaved', why: 'it sends us elsewhere' };
    case 'refused':
      return {
        kind: 'misbehaved',
        why: `it refuses (HTTP ${failure.status}${failure.code === undefined ? '' : `, code ${failure.code}`})`,
      };
    case 'bad-blob':
      return failure.what === 'signature'
        ? { kind: 'damaged', why: 'this wallet has not signed it' }
        : { kind: 'misbehaved', why: 'what it says about the hash of the backup does not fit the bytes it sends' };
    case 'not-a-sync-service':
      return { kind: 'misbehaved', why: `it is no backup service (${failure.why})` };
    case 'unsupported-version':
      return {
        kind: 'misbehaved',
        why: `it speaks version ${failure.version} of the protocol, which this wallet does not`,
      };
  }
};
