// SPDX-License-Identifier: GPL-3.0-or-later
import { bytesEqual, bytesToHex } from '../../taler/bytes/encodings.ts';
import { isObject, parseJson } from '../../taler/bytes/json.ts';
import { readIban } from '../../taler/wire/bank-account.ts';
import { pinAnswerHash } from '../../taler/anastasis/crypto.ts';
import { totpCode } from '../../taler/anastasis/totp.ts';
import { SECOND } from '../clock.ts';
import type { AnastasisRoom } from './room.ts';

// Codes that are sent, answers that are counted (PROTOCOL.md#anastasis-challenges).

/** Where a code goes, of a decrypted truth: for the person a hint, and for the log of what was sent the address. */
export type Address =
  | { readonly kind: 'address'; readonly address: string; readonly hint: string }
  | { readonly kind: 'bad-address'; readonly code: number; readonly detail?: string };

export type CodeRow = { uuid: string; code: number; made: number; sent: number; wrong: number; iban: string };

const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** How long a code is the one that is asked for. */
const LIFE_MS: Readonly<Record<string, number>> = { file: MINUTE, sms: HOUR, email: HOUR, post: 7 * 24 * HOUR };
const RESEND_MS = MINUTE;
const WRONG_ALLOWED = 3;
const ATTEMPTS = 3;
const WINDOW_MS = 30 * SECOND;
/** of 30 seconds, to either side */
const TOTP_STEPS = 2;

/** What a truth says where its code goes; providers find out here and no earlier. */
export const addressOf = (type: string, truth: Uint8Array): Address => {
  const text = new TextDecoder().decode(truth);
  switch (type) {
    case 'sms':
      return /^\+?[0-9]+$/.test(text)
        ? { kind: 'address', address: text, hint: text.slice(-4) }
        : { kind: 'bad-address', code: 8200 };
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
        ? { kind: 'address', address: text, hint: text.split('@')[0] ?? '' }
        : { kind: 'bad-address', code: 8210 };
    case 'post': {
      const json = parseJson(text);
      if (!isObject(json)) return { kind: 'bad-address', code: 8220, detail: 'JSON malformed' };
      const lines = ['full_name', 'street', 'city', 'postcode', 'country'].map((name) => json[name]);
      return lines.every((line) => typeof line === 'string')
        ? { kind: 'address', address: lines.join(', '), hint: String(json['postcode']) }
        : { kind: 'bad-address', code: 8220, detail: 'JSON lacked required address information' };
    }
    case 'iban': {
      // JSON with the account in 2022, the bare text in 2021.
      const json = parseJson(text);
      const iban = readIban(isObject(json) ? String(json['account']) : text);
      return iban.ok
        ? { kind: 'address', address: iban.value, hint: iban.value.slice(-4) }
        : { kind: 'bad-address', code: 8230, detail: 'IBAN checksum is wrong' };
    }
    default:
      return { kind: 'address', address: text, hint: text };
  }
};

/** A number below 2⁵², as recorded servers choose them. */
const newCode = (room: AnastasisRoom): number =>
  Number(BigInt(`0x${bytesToHex(room.world.randomBytes(7))}`) & ((1n << 52n) - 1n));

/** Sends a code, the same again while it lives. */
export const sendCode = (
  room: AnastasisRoom,
  { uuid, type }: { readonly uuid: string; readonly type: string },
  address: string,
): 'sent' | 'sent-before' | 'exhausted' => {
  const now = room.world.now();
  const known = livingCode(room, uuid, type);
  if (known && known.wrong >= WRONG_ALLOWED) return 'exhausted';
  if (known && now < known.sent + RESEND_MS) return 'sent-before';
  const code = known?.code ?? newCode(room);
  if (known) room.store.run('UPDATE code SET sent = ? WHERE uuid = ?', now, uuid);
  else {
    room.store.run('DELETE FROM code WHERE uuid = ?', uuid);
    room.store.run('INSERT INTO code VALUES (?, ?, ?, ?, 0, ?)', uuid, code, now, now, '');
  }
  room.store.run('INSERT INTO outbox VALUES (?, ?, ?)', uuid, address, code);
  return 'sent';
};

/** Compares an answer with the code that was sent; wrong ones are counted, right ones are not. */
export const checkCode = (
  room: AnastasisRoom,
  { uuid, type }: { readonly uuid: string; readonly type: string },
  response: Uint8Array,
): 'right' | 'wrong' | 'exhausted' => {
  const known = livingCode(room, uuid, type);
  if (!known) return 'wrong';
  if (known.wrong >= WRONG_ALLOWED) return 'exhausted';
  if (bytesEqual(pinAnswerHash(BigInt(known.code)), response)) return 'right';
  room.store.run('UPDATE code SET wrong = wrong + 1 WHERE uuid = ?', uuid);
  return 'wrong';
};

const livingCode = (room: AnastasisRoom, uuid: string, type: string): CodeRow | undefined =>
  room.store.one<CodeRow>(
    'SELECT * FROM code WHERE uuid = ? AND made > ? ORDER BY made DESC',
    uuid,
    room.world.now() - (LIFE_MS[type] ?? HOUR),
  );

/** Counts an answer to a question or an authenticator: three in half a minute, right ones too. */
export const mayTry = (room: AnastasisRoom, uuid: string): boolean => {
  const now = room.world.now();
  const known = room.store.one<{ count: number; since: number }>('SELECT * FROM attempt WHERE uuid = ?', uuid);
  const isOver = known === undefined || now >= known.since + WINDOW_MS;
  if (!isOver && known.count >= ATTEMPTS) return false;
  room.store.run(
    'INSERT OR REPLACE INTO attempt VALUES (?, ?, ?)',
    uuid,
    isOver ? 1 : known.count + 1,
    isOver ? now : known.since,
  );
  return true;
};

/** Whether the answer is the code of these minutes, hashed as a number. */
export const isTotp = (key: Uint8Array, nowMs: number, response: Uint8Array): boolean =>
  Array.from({ length: 2 * TOTP_STEPS + 1 }, (_, at) => at - TOTP_STEPS).some((step) =>
    bytesEqual(pinAnswerHash(BigInt(totpCode(key, nowMs, step))), response),
  );

/** A new code for a transfer; the ones before stay good. */
export const newTransferCode = (room: AnastasisRoom, uuid: string, iban: string): number => {
  const code = newCode(room);
  const now = room.world.now();
  room.store.run('INSERT INTO code VALUES (?, ?, ?, ?, 0, ?)', uuid, code, now, now, iban);
  return code;
};

/** The code for a transfer that an answer names, and whether the transfer came; undefined when no such code was given out. */
export const transferOf = (
  room: AnastasisRoom,
  uuid: string,
  response: Uint8Array,
): { readonly code: number; readonly hasCome: boolean } | undefined => {
  const found = room.store
    .all<CodeRow>('SELECT * FROM code WHERE uuid = ?', uuid)
    .find(({ code }) => bytesEqual(pinAnswerHash(BigInt(code)), response));
  if (!found) return undefined;
  const came = room.store.one(
    'SELECT 1 FROM transfer WHERE iban = ? AND subject = ?',
    found.iban,
    transferSubject(found.code),
  );
  return { code: found.code, hasCome: came !== undefined };
};

export const transferSubject = (code: number): string => `Anastasis ${code}`;
