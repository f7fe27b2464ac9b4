// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import {
  bytesToCrock,
  bytesToHex,
  concatBytes,
  crockToBytes,
  durationToBytes,
  hexToBytes,
  parseCrock,
  timestampToBytes,
  u16,
  u32,
  u64,
  utf8,
} from '../../electron/taler/bytes/encodings.ts';
import { hashJson0, hashPayto, hashString0, normalizePayto, sha512 } from '../../electron/taler/crypto/hash.ts';
import { kdf, kdfMod } from '../../electron/taler/crypto/kdf.ts';
import { bigIntToBytes, bytesToBigInt, invertModulo, isCoprime } from '../../electron/taler/bytes/numbers.ts';
import { fundingPayto, parsePayto, reservePayto } from '../../electron/taler/wire/payto.ts';
import { field } from '../../electron/taler/purposes/purpose.ts';
import { denominationExpiredBlock, purseStatusBlock } from '../../electron/taler/purposes/exchange.ts';
import {
  accountSetupBlock,
  coinHistoryBlock,
  reserveCloseBlock,
  reserveHistoryBlock,
  reserveHistoryBlockV14,
  reserveOpenBlock,
  withdrawBatchBlock,
} from '../../electron/taler/purposes/wallet.ts';
import {
  auditorBlock,
  masterDenominationBlock,
  masterDenominationRevokedBlock,
  masterSigningKeyRevokedBlock,
} from '../../electron/taler/purposes/master.ts';
import { purseDeleteBlock } from '../../electron/taler/purposes/purse.ts';
import {
  amountSchema,
  crockSchema,
  crockUpToSchema,
  durationSchema,
  timestampSchema,
} from '../../electron/taler/wire/schemas.ts';
import { secretboxOpen, secretboxSeal } from '../../electron/taler/crypto/secretbox.ts';
import { xchachaOpen, xchachaSeal } from '../../electron/taler/crypto/xchacha.ts';

const anyBytes = fc.uint8Array({ maxLength: 200 });

describe('encodings', () => {
  it('base32 has exactly one canonical spelling for every byte string', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const text = bytesToCrock(bytes);
        expect(parseCrock(text, bytes.length)).toEqual({ ok: true, value: bytes });
        expect(bytesToCrock(crockToBytes(text.toLowerCase()))).toBe(text);
      }),
    );
  });

  it('strict base32 accepts nothing that would be written differently', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), maxLength: 60 }),
        (text) => {
          const parsed = parseCrock(text);
          if (parsed.ok) expect(bytesToCrock(parsed.value)).toBe(text);
        },
      ),
    );
  });

  it('numbers are big-endian and never cut', () => {
    expect([u16(258), u32(1), u64(2n ** 64n - 1n)].map(bytesToHex)).toEqual(['0102', '00000001', 'ffffffffffffffff']);
    for (const bad of [() => u16(65536), () => u32(-1), () => u32(1.5), () => u64(2n ** 64n), () => u64(2 ** 53)])
      expect(bad).toThrow(/defect/);
  });

  it('times are microseconds, and never and forever are all ones', () => {
    expect(bytesToHex(timestampToBytes({ t_s: 1 }))).toBe('00000000000f4240');
    expect(bytesToHex(timestampToBytes({ t_s: 18_446_744_073_709 }))).toBe(
      (18_446_744_073_709n * 1_000_000n).toString(16),
    );
    expect(() => timestampToBytes({ t_s: 18_446_744_073_710 })).toThrow(/defect/);
    expect(bytesToHex(durationToBytes({ d_us: 5 }))).toBe('0000000000000005');
    expect(bytesToHex(concatBytes(timestampToBytes({ t_s: 'never' }), durationToBytes({ d_us: 'forever' })))).toBe(
      'ff'.repeat(16),
    );
  });

  it('a signed field of a wrong length is a defect, not a shifted signature', () => {
    expect(() => field(new Uint8Array(31), 32)).toThrow(/31 bytes instead of 32/);
  });
});

describe('numbers', () => {
  it('inverts what is coprime and says so of what is not', () => {
    const n = 2n ** 89n - 1n;
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: n - 1n }), (value) => {
        const inverse = invertModulo(value, n);
        expect(inverse === undefined ? undefined : (inverse * value) % n).toBe(1n);
      }),
    );
    expect(invertModulo(6n, 9n)).toBeUndefined();
    expect(invertModulo(0n, 9n)).toBeUndefined();
  });

  it('says of any two numbers whether they share a factor, as inverting one would find out', () => {
    const number = fc.bigInt({ min: 0n, max: 2n ** 20n });
    fc.assert(
      fc.property(number, number, (value, modulus) => {
        expect(isCoprime(value, modulus + 2n)).toBe(invertModulo(value, modulus + 2n) !== undefined);
      }),
    );
    expect(isCoprime(0n, 9n)).toBe(false);
  });

  it('turns numbers into minimal bytes and back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 300n }), (value) => {
        const bytes = bigIntToBytes(value);
        expect(bytesToBigInt(bytes)).toBe(value);
        expect(value > 0n && bytes[0] === 0).toBe(false);
      }),
    );
    expect(() => bigIntToBytes(256n, 1)).toThrow(/defect/);
  });

  it('draws below n and gives every bit length its bytes', () => {
    for (const n of [3n, 255n, 256n, 257n, 2n ** 521n - 1n]) {
      for (let draw = 0; draw < 40; draw++) expect(kdfMod(n, u32(draw), 'salt', 'info') < n).toBe(true);
    }
    expect(() => kdf(8161, new Uint8Array(1))).toThrow(/defect/);
    expect(kdf(8160, new Uint8Array(1))).toHaveLength(8160);
  });
});

describe('hashes', () => {
  it('count the NUL, and an empty list of restrictions is a value of its own', () => {
    expect(hashString0('a')).toEqual(sha512(Uint8Array.of(97, 0)));
    expect(hashJson0([])).toEqual(sha512(utf8('[]\0')));
  });

  it('canonical JSON does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, undefined])
      expect(() => canonicalJson(bad)).toThrow(/defect/);
  });
});

describe('payto', () => {
  it('is normalised so that one account has one hash', () => {
    expect(normalizePayto('payto://IBAN/BIC123/de75512108001245126199?receiver-name=A')).toBe(
      'payto://iban/DE75512108001245126199',
    );
    expect(normalizePayto('PAYTO://X-Taler-Bank/Host.Example/Alice?message=x')).toBe(
      'payto://x-taler-bank/host.example/Alice',
    );
    expect(normalizePayto('payto://other/AbC/D?x=1')).toBe('payto://other/AbC/D');
    const reserve = reservePayto('http://localhost:8081/sub/', 'NW7G4Z6717EB6ZCNWKMH61XTBM9CFPGHV12JCZ9JERQMAE1H9RJ0');
    expect(reserve).toBe(
      'payto://taler-reserve-http/localhost:8081/sub/NW7G4Z6717EB6ZCNWKMH61XTBM9CFPGHV12JCZ9JERQMAE1H9RJ0',
    );
    expect(hashPayto(normalizePayto(reserve))).toEqual(hashPayto(reserve));
    expect(mustOk(parsePayto(reserve), 'reserve')).toMatchObject({
      method: 'taler-reserve',
      exchangeBaseUrl: 'http://localhost:8081/sub/',
    });
  });

  it('asks for a transfer with amount and subject, whatever stood there before', () => {
    const payto = 'payto://x-taler-bank/localhost/exchange?receiver-name=The%20Exchange&amount=KUDOS%3A99&message=old';
    expect(fundingPayto(payto, amount('KUDOS:5.50'), 'PUB')).toBe(
      'payto://x-taler-bank/localhost/exchange?receiver-name=The%20Exchange&amount=KUDOS%3A5.5&message=Taler+Withdrawal+PUB',
    );
  });

  it.each([
    ['payto://iban/DE1?%61mount=KUDOS:99&%6Dessage=evil&receiver-name=A', amount('KUDOS:5'), 'amount=KUDOS%3A5&'],
    // In other money nobody here knows the sum, and the issuer of the account has none to ask for.
    ['payto://iban/DE1?amount=EUR:999&receiver-name=A', undefined, ''],
  ])('keeps no sum and no subject of its own, however they are written: %s', (payto, sum, said) => {
    expect(fundingPayto(payto, sum, 'PUB')).toBe(
      `payto://iban/DE1?receiver-name=A&${said}message=Taler+Withdrawal+PUB`,
    );
  });

  it('is refused with a wrong path for a known method', () => {
    for (const text of [
      'payto://iban/',
      'payto://iban/a/b/c',
      'payto://x-taler-bank/host',
      'payto://taler-reserve/host/NOKEY',
      'iban/DE1',
      `payto://x/${'a'.repeat(3000)}`,
    ]) {
      expect(parsePayto(text)).toEqual({ ok: false, error: { kind: 'malformed-payto' } });
    }
  });
});

describe('schemas', () => {
  it('give keys their one spelling and refuse every other length', () => {
    const key = 'NW7G4Z6717EB6ZCNWKMH61XTBM9CFPGHV12JCZ9JERQMAE1H9RJ0';
    expect(crockSchema(32).parse(key.toLowerCase().replace('1', 'i'))).toBe(key);
    for (const bad of [key.slice(1), `${key}0`, `${key.slice(0, -1)}1`, 7, null, ''])
      expect(crockSchema(32).safeParse(bad).success).toBe(false);
    expect(crockUpToSchema(32).safeParse(`${key}0`).success).toBe(false);
  });

  it('keep amounts as canonical text', () => {
    expect(amountSchema.parse('KUDOS:01.50')).toBe('KUDOS:1.5');
    for (const bad of ['KUDOS:-1', 'KUDOS', 5, 'KUDOS:1.123456789'])
      expect(amountSchema.safeParse(bad).success).toBe(false);
  });

  it('take only times that can be signed and shown', () => {
    for (const t_s of [0, 1_700_000_000, 'never', 8_640_000_000_000]) timestampToBytes(timestampSchema.parse({ t_s }));
    for (const bad of [{ t_s: -1 }, { t_s: 1.5 }, { t_s: 8_640_000_000_001 }, { t_s: 'ever' }, { t_ms: 1 }, 5])
      expect(timestampSchema.safeParse(bad).success).toBe(false);
    for (const bad of [{ d_us: -1 }, { d_us: 2 ** 53 }, { d_us: 'never' }])
      expect(durationSchema.safeParse(bad).success).toBe(false);
  });
});

describe('sealed boxes', () => {
  const key = new Uint8Array(32).fill(1);
  const nonce = new Uint8Array(24).fill(2);

  it('open only whole, with their key, nonce and associated data', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, fc.nat(), (plain, ad, position) => {
        const box = secretboxSeal(key, nonce, plain);
        const sealed = xchachaSeal(key, nonce, plain, ad);
        expect(secretboxOpen(key, nonce, box)).toEqual({ ok: true, value: plain });
        expect(xchachaOpen(key, nonce, sealed, ad)).toEqual({ ok: true, value: plain });
        const spoil = (bytes: Uint8Array): Uint8Array =>
          Uint8Array.from(bytes, (byte, at) => (at === position % bytes.length ? byte ^ 1 : byte));
        const closed = { ok: false, error: { kind: 'not-authentic' } };
        expect(secretboxOpen(key, nonce, spoil(box))).toEqual(closed);
        expect(xchachaOpen(key, nonce, spoil(sealed), ad)).toEqual(closed);
        expect(xchachaOpen(key, nonce, sealed, concatBytes(ad, Uint8Array.of(0)))).toEqual(closed);
        expect(xchachaOpen(key, spoil(nonce), sealed, ad)).toEqual(closed);
        expect(secretboxOpen(key, nonce, box.slice(0, 15))).toEqual(closed);
      }),
    );
  });
});

describe('blocks that only newer exchanges have', () => {
  const hex = (block: Uint8Array): string => bytesToHex(block);

  it('have the layouts of PROTOCOL.md#signatures', () => {
    expect(hex(reserveHistoryBlock({ startOffset: 5 }))).toBe(`00000010000004b8${'00'.repeat(7)}05`);
    expect(hex(coinHistoryBlock({ startOffset: 0 }))).toBe(`00000010000004b9${'00'.repeat(8)}`);
    expect(hex(purseDeleteBlock())).toBe('00000008000004c4');
    expect(hex(accountSetupBlock({ threshold: amount('KUDOS:1') }))).toBe(
      `00000020000004b5${'00'.repeat(7)}01000000004b55444f53${'00'.repeat(7)}`,
    );
    expect(hex(reserveCloseBlock({ requestTimestamp: { t_s: 1 } }))).toBe(
      `00000030000004bf00000000000f4240${'00'.repeat(32)}`,
    );
    expect(
      reserveOpenBlock({
        payment: amount('K:1'),
        requestTimestamp: { t_s: 1 },
        reserveExpiration: { t_s: 2 },
        purseLimit: 3,
      }),
    ).toHaveLength(8 + 24 + 16 + 4);
    expect(
      hex(
        denominationExpiredBlock({
          timestamp: { t_s: 0 },
          operation: 'batch-withdraw',
          denominationHash: new Uint8Array(64),
        }).slice(16, 24),
      ),
    ).toBe(bytesToHex(utf8('batch-wi')));
    expect(
      hex(
        denominationExpiredBlock({
          timestamp: { t_s: 0 },
          operation: 'MELT',
          denominationHash: new Uint8Array(64),
        }).slice(16, 24),
      ),
    ).toBe('4d454c5400000000');
    expect(hex(purseStatusBlock({ balance: amount('K:0') }).slice(8, 24))).toBe(`${'ff'.repeat(8)}${'00'.repeat(8)}`);
    const hashes = [new Uint8Array(64).fill(1), new Uint8Array(64).fill(2)];
    const batch = withdrawBatchBlock({ totalValue: amount('K:3'), totalFee: amount('K:0.1'), coinEvHashes: hashes });
    expect(batch).toHaveLength(8 + 48 + 64 + 32 + 8);
    expect(batch.slice(56, 120)).toEqual(sha512(...hashes));
    expect(hexToBytes(hex(batch.slice(120)))).toEqual(new Uint8Array(40));
  });

  it('name who revokes, who audits, and what history once cost', () => {
    const key = new Uint8Array(32).fill(7);
    const denominationHash = new Uint8Array(64).fill(9);
    expect(hex(masterSigningKeyRevokedBlock({ key }))).toBe(`00000028000003fc${'07'.repeat(32)}`);
    expect(hex(masterDenominationRevokedBlock({ denominationHash }))).toBe(`0000004800000405${'09'.repeat(64)}`);
    expect(hex(reserveHistoryBlockV14({ requestTimestamp: { t_s: 1 }, historyFee: amount('K:0') })).slice(0, 32)).toBe(
      '00000028000004b800000000000f4240',
    );
    const fields = {
      masterPub: key,
      stampStart: { t_s: 1 },
      stampExpireWithdraw: { t_s: 2 },
      stampExpireDeposit: { t_s: 3 },
      stampExpireLegal: { t_s: 4 },
      value: amount('K:1'),
      feeWithdraw: amount('K:0.1'),
      feeDeposit: amount('K:0.2'),
      feeRefresh: amount('K:0.3'),
      feeRefund: amount('K:0.4'),
      denominationHash,
    };
    const audited = auditorBlock({ ...fields, auditorUrl: 'https://auditor.example/' });
    expect(hex(audited.slice(0, 72))).toBe(`0000014000000428${hex(hashString0('https://auditor.example/'))}`);
    expect(audited.slice(72)).toEqual(masterDenominationBlock(fields).slice(8));
  });
});
