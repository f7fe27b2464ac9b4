// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import { utf8 } from '../../../taler/bytes/encodings.ts';
import { secret, type Secret } from '../../../taler/crypto/secret.ts';
import { parseBaseUrl } from '../../../taler/wire/base-url.ts';
import type { World } from '../../../world.ts';
import type { BackupFailure } from '../../failure/failure.ts';
import type { Access, Answers, Inspected, ProviderKind } from '../kind.ts';
import { placeProvider } from '../place/copies.ts';
import { claimPlace, isMarkedId, markerOf } from '../place/marker.ts';
import { whyTrouble, type ProviderTrouble } from '../provider.ts';
import { askDav, davPlace, isMultistatus, propfind, troubleIn, troubleOf, type Dav } from './place.ts';

/**
 * Folders on WebDAV servers (Nextcloud, ownCloud, Apache, rclone). Marker and files are those of a folder of this machine, so that one and
 * the same place has one id, whether it is reached by its path or by its address.
 */
export const webdavKind: ProviderKind = {
  kind: 'webdav',
  icon: 'server',
  takesFee: false,
  keepsOlder: true,
  fields: [
    { name: 'user', secret: false },
    { name: 'password', secret: true },
  ],
  owns: isMarkedId,
  hasAddress: true,
  inspect: async (world, target, answers) => {
    const address = parseBaseUrl(target);
    if (!address.ok) return undefined;
    const dav = { world, address: address.value, authorization: authorizationOf(answers) };
    return dav.authorization ? inspectKnown(dav, target) : inspectUnknown(dav, target);
  },
  claim: async (world, target, answers) => {
    const address = parseBaseUrl(target);
    if (!address.ok || !isPrivate(address.value))
      return err({ kind: 'misbehaved', why: { kind: 'no-https', facts: {} } });
    const dav = { world, address: address.value, authorization: authorizationOf(answers) };
    const there = await makeFolder(dav);
    if (!there.ok) return there;
    const id = await claimPlace(world, davPlace(dav));
    return id.ok ? ok({ id: id.value, access: accessTo(address.value, answers) }) : id;
  },
  open: (world, keys, { access }) => {
    const dav = davOf(world, access);
    return dav && placeProvider(davPlace(dav), keys);
  },
  place: (_id, { access }) => (access?.kind === 'webdav' ? access.address : undefined),
};

const accessTo = (address: string, { user = '', password = '' }: Answers): Access => ({
  kind: 'webdav',
  address,
  answers: { user, password },
});

/** An address from a sheet or a copy is checked like one that was typed: a password goes to nobody who can be overheard. */
const davOf = (world: World, access: Access | undefined): Dav | undefined => {
  const address = access?.kind === 'webdav' ? parseBaseUrl(access.address) : undefined;
  return access && address?.ok === true && isPrivate(address.value)
    ? { world, address: address.value, authorization: authorizationOf(access.answers) }
    : undefined;
};

/** `Authorization: Basic` (RFC 7617, in UTF-8); undefined for a place that is open to all. */
const authorizationOf = ({ user = '', password = '' }: Answers): Secret | undefined =>
  user === '' && password === ''
    ? undefined
    : secret(utf8(`Basic ${Buffer.from(utf8(`${user}:${password}`)).toString('base64')}`));

/** Whether what is sent there cannot be read on its way: TLS, or this very machine. */
const isPrivate = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
};

/** Looks at an address without a password: whether it speaks WebDAV at all, and whether it wants to know who comes. */
const inspectUnknown = async (dav: Dav, target: string): Promise<Inspected> => {
  const answer = await propfind(dav, '0');
  if (!answer.ok) return err(noAnswer(target, troubleOf(answer.error)));
  const isOpen = isMultistatus(answer.value);
  const login = answer.value.status === 401 ? (answer.value.headers.get('www-authenticate') ?? '') : '';
  const wantsPassword = /\bbasic\b/i.test(login);
  if (!wantsPassword && /\b(digest|ntlm|negotiate)\b/i.test(login))
    return err({
      kind: 'place-unusable',
      target,
      why: { kind: 'other-login', facts: {} },
    });
  if (!isOpen && !wantsPassword)
    return err({
      kind: 'no-provider-there',
      target,
      why: { kind: 'neither-service-nor-webdav', facts: {} },
    });
  if (!isPrivate(dav.address)) return err({ kind: 'needs-https', target });
  return ok({ id: dav.address, suggestedName: nameOf(dav.address), fields: wantsPassword ? webdavKind.fields : [] });
};

/** Looks at an address with the password: whether it is the right one, and which place this is. A folder that is not there yet is made when it is added. */
const inspectKnown = async (dav: Dav, target: string): Promise<Inspected> => {
  if (!isPrivate(dav.address)) return err({ kind: 'needs-https', target });
  const offer = { id: dav.address, suggestedName: nameOf(dav.address), fields: webdavKind.fields };
  const answer = await propfind(dav, '0');
  if (!answer.ok) return err(noAnswer(target, troubleOf(answer.error)));
  if (answer.value.status === 404) return ok(offer);
  if (!isMultistatus(answer.value)) return err(noAnswer(target, troubleIn(answer.value)));
  const place = davPlace(dav);
  const names = await place.list();
  if (!names.ok) return err(noAnswer(target, names.error));
  const marker = await markerOf(place);
  return marker.ok ? ok({ ...offer, id: marker.value ?? offer.id }) : err(noAnswer(target, marker.error));
};

const noAnswer = (target: string, trouble: ProviderTrouble): BackupFailure => {
  if (trouble.kind === 'shut-out' && trouble.reason === 'password') return { kind: 'password-refused', target };
  return { kind: trouble.kind === 'silent' ? 'provider-silent' : 'place-unusable', target, why: whyTrouble(trouble) };
};

/** Makes the folder where there is none; the one above it has to be there. */
const makeFolder = async (dav: Dav): Promise<Result<void, ProviderTrouble>> => {
  const there = await propfind(dav, '0');
  if (!there.ok) return err(troubleOf(there.error));
  if (isMultistatus(there.value)) return ok(undefined);
  if (there.value.status !== 404) return err(troubleIn(there.value));
  const made = await askDav(dav, 'MKCOL');
  if (!made.ok) return err(troubleOf(made.error));
  // 405: somebody has made it meanwhile (RFC 4918 §9.3.1).
  return made.value.status === 201 || made.value.status === 405 ? ok(undefined) : err(troubleIn(made.value));
};

/** The last part of the address and its host, such as "Backup · cloud.example". */
const nameOf = (address: string): string => {
  const { host, pathname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  return (last === '' || last.includes('%') ? host : `${last} · ${host}`).slice(0, 120);
};
