// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { parseBaseUrl } from '../../electron/taler/wire/base-url.ts';
import { parsePayto, withParams } from '../../electron/taler/wire/payto.ts';
import { parseTalerUri, talerUriToText, type TalerUri } from '../../electron/taler/wire/taler-uri.ts';
import { isCompatible, parseVersion } from '../../electron/taler/wire/versions.ts';
import { mustOk } from '../../shared/result.ts';
import { casesOf } from './load.ts';

type Case = { readonly op: string; readonly input: unknown; readonly output: unknown };
const all = casesOf<Case>('uris', 52).map((each, index) => ({ ...each, index }));
const seen = new Set<number>();
const of = (...ops: readonly string[]) =>
  all.filter(({ op, index }) => {
    if (ops.includes(op)) seen.add(index);
    return ops.includes(op);
  });

/** The vectors write placeholders where keys belong; we read keys, so a real one takes their place. */
const KEY = 'NW7G4Z6717EB6ZCNWKMH61XTBM9CFPGHV12JCZ9JERQMAE1H9RJ0';
const PLACEHOLDER = /CONTRACTPRIV|ROOTPRIV|NONCE|\bCP\b/g;
const keyed = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(PLACEHOLDER, KEY)) as T;
const read = (text: unknown): TalerUri | undefined => {
  const parsed = parseTalerUri(keyed(String(text)));
  return parsed.ok ? parsed.value : undefined;
};

describe('uris.json: base URLs', () => {
  // Where the peer's URL parser was wrong, ours is a real one: host in lower case, scheme in any case, dot segments resolved.
  const ours = new Map<unknown, string>([
    ['http://Exchange.Example.COM/foo', 'http://exchange.example.com/foo/'],
    ['HTTPS://FOO.bar', 'https://foo.bar/'],
    ['httpsfoo.example', 'https://httpsfoo.example/'],
  ]);
  it.each(of('canonicalizeBaseUrl'))('$index $input', ({ input, output }) => {
    const expected = ours.get(input) ?? output;
    const parsed = parseBaseUrl(String(input));
    expect(parsed).toEqual({ ok: true, value: expected });
    expect(parseBaseUrl(String(expected))).toEqual(parsed);
  });

  it('refuses other schemes, credentials, spaces, paths and emptiness', () => {
    for (const text of [
      'ftp://e.example/',
      'javascript:alert(1)',
      'https://user:pass@e.example/',
      'https://e.example/a b',
      '',
      'https://',
      'https://e.exa\\mple/',
      '/media/stick',
      './stick',
      '~/stick',
      'https:/e.example/',
      'http:e.example',
    ]) {
      expect(parseBaseUrl(text).ok).toBe(false);
    }
  });
});

describe('uris.json: taler URIs', () => {
  it.each(of('parsePayUri', 'parseRefundUri', 'parseWithdrawUri', 'parsePayPushUri', 'parsePayPullUri'))(
    '$index $input',
    ({ op, input, output }) => {
      if (output === null) {
        expect(read(input)).toBeUndefined();
        return;
      }
      // The peer takes a slash at the end for an empty operation id; to us it is what a program put behind the link.
      if (input === 'taler://withdraw/bank.example/api/op/') {
        expect(read(input)).toEqual(read('taler://withdraw/bank.example/api/op'));
        return;
      }
      const out = keyed(output) as Record<string, string>;
      const action = {
        parsePayUri: 'pay',
        parseRefundUri: 'refund',
        parseWithdrawUri: 'withdraw',
        parsePayPushUri: 'push',
        parsePayPullUri: 'pull',
      }[op];
      const { bankIntegrationApiBaseUrl, withdrawalOperationId, ...others } = out;
      const expected =
        op === 'parseWithdrawUri'
          ? { bankBaseUrl: bankIntegrationApiBaseUrl, operationId: withdrawalOperationId }
          : others;
      const uri = read(input);
      expect(uri).toEqual({ action, ...expected });
      if (!uri || uri.action === 'unsupported') throw new Error('a known action');
      expect(mustOk(parseTalerUri(talerUriToText(uri)), 'own text')).toEqual(uri);
    },
  );

  it.each(of('parseRecoveryUri'))('$index $input', ({ input, output }) => {
    if (output === null) {
      // The peer cannot read a document without providers although it writes one; the root alone is worth having.
      expect(read(input)).toEqual({ action: 'recovery', root: KEY, providers: [] });
      return;
    }
    const { providers } = output as { readonly providers: readonly { readonly name: string; readonly url: string }[] };
    const urls = providers.map(({ name, url }) => ({ name, url: mustOk(parseBaseUrl(url), 'vector') }));
    expect(read(input)).toEqual({ action: 'recovery', root: KEY, providers: urls });
  });

  it.each(of('constructRecoveryUri'))('$index builds a recovery URI that reads back', ({ input, output }) => {
    const { providers } = input as { readonly providers: readonly { readonly name: string; readonly url: string }[] };
    const canonical = providers.map(({ name, url }) => ({ name, url: mustOk(parseBaseUrl(url), 'vector') }));
    const text = talerUriToText({ action: 'recovery', root: KEY, providers: canonical });
    // As the peer's, but for the space in a name, which it leaves as it is.
    expect(text).toBe(keyed(String(output)).replace('p 2', 'p%202'));
    expect(read(text)).toEqual({ action: 'recovery', root: KEY, providers: canonical });
  });

  it('keeps names and addresses with awkward letters apart', () => {
    const providers = [{ name: 'a&b=c %20', url: 'https://sync.example/x%20y/' }];
    const text = talerUriToText({ action: 'recovery', root: KEY, providers });
    expect(read(text)).toEqual({ action: 'recovery', root: KEY, providers });
    const restore = {
      action: 'restore',
      root: KEY,
      providers: ['https://a.example/', 'http://localhost:9/b/'],
    } as const;
    expect(read(talerUriToText(restore))).toEqual(restore);
    expect(read(`taler://restore/${KEY}/sync.example,b.example:81`)).toEqual({
      ...restore,
      providers: ['https://sync.example/', 'https://b.example:81/'],
    });
  });

  it.each(of('classifyTalerUri'))('$index classifies $input', ({ input, output }) => {
    const name = /^taler:\/\/([a-z-]+)\//.exec(String(input))?.[1] ?? '';
    const known = { recovery: 'recovery', pay: 'pay', restore: 'restore', 'pay-push': 'push', withdraw: 'withdraw' }[
      name
    ];
    // We know restore; the peer did not. A reward is nothing we can do.
    expect(output).toBe(name === 'restore' || name === 'reward' ? 'unknown' : `taler-${name}`);
    const parsed = parseTalerUri(String(input).replace(/\/(x|b)$/, `/${KEY}`));
    expect(parsed.ok && parsed.value.action).toBe(known ?? 'unsupported');
  });

  it.each(of('parseTipUri'))('$index leaves tips alone', ({ input }) => {
    expect(read(input)).toEqual({ action: 'unsupported', name: 'tip' });
  });

  it.each(of('constructPayPushUri', 'constructPayPullUri'))('$index builds $output', ({ op, input, output }) => {
    const { exchangeBaseUrl, contractPriv } = keyed(input) as {
      readonly exchangeBaseUrl: string;
      readonly contractPriv: string;
    };
    expect(
      talerUriToText({ action: op === 'constructPayPushUri' ? 'push' : 'pull', exchangeBaseUrl, contractPriv }),
    ).toBe(keyed(output));
  });

  it.each(of('constructPayUri'))('$index builds a pay URI without the bugs of the peer', ({ input, output }) => {
    const [merchantBaseUrl = '', orderId = '', sessionId = '', claimToken = ''] = input as readonly string[];
    const text = talerUriToText({ action: 'pay', merchantBaseUrl, orderId, sessionId, claimToken, noncePriv: KEY });
    expect(text).toBe(`taler://pay/merchant.example:8443/inst/order1/sess?c=TOK&n=${KEY}`);
    expect(text.startsWith(String(output))).toBe(false);
    expect(talerUriToText({ action: 'pay', merchantBaseUrl, orderId, sessionId })).toBe(
      'taler://pay/merchant.example:8443/inst/order1/sess',
    );
  });

  it('refuses keys of a wrong length, foreign schemes and endless text', () => {
    for (const text of [
      'taler://pay-push/e.example/CONTRACT',
      'https://pay/x/y/z',
      'taler://',
      'taler://recovery/ABC?a=b',
      `taler://pay/h/o/${'s'.repeat(9000)}`,
    ]) {
      expect(parseTalerUri(text).ok).toBe(false);
    }
  });
});

describe('uris.json: payto URIs', () => {
  it.each(of('parsePaytoUri'))('$index $input', ({ input, output }) => {
    const parsed = parsePayto(String(input));
    if (output === null) {
      expect(parsed.ok).toBe(false);
      return;
    }
    const { isKnown, params, ...rest } = output as {
      readonly isKnown: boolean;
      readonly targetType: string;
      readonly params: Record<string, string>;
    };
    expect(mustOk(parsed, 'vector')).toEqual({
      ...rest,
      method: isKnown ? rest.targetType : 'other',
      params: new Map(Object.entries(params)),
    });
  });

  it.each(of('addPaytoQueryParams'))('$index adds $input', ({ input, output }) => {
    const [payto, params] = input as readonly [string, Record<string, string>];
    expect(withParams(payto, params)).toBe(output);
    expect(withParams(withParams(payto, params), params)).toBe(output);
  });
});

describe('uris.json: versions', () => {
  it.each(of('LibtoolVersion.compare(me,other)'))('$index $input', ({ input, output }) => {
    const [me, other] = (input as readonly string[]).map((text) => parseVersion(text));
    if (output === null) {
      expect(other?.ok).toBe(false);
      return;
    }
    if (!me?.ok || !other?.ok) throw new Error('two versions');
    const { compatible, currentCmp } = output as { readonly compatible: boolean; readonly currentCmp: number };
    expect(isCompatible(me.value, other.value)).toBe(compatible);
    expect(Math.sign(me.value.current - other.value.current)).toBe(currentCmp);
  });
});

it('uris.json: every case is asked for by some test', () => {
  expect(all.filter(({ index }) => !seen.has(index)).map(({ op }) => op)).toEqual([]);
});
