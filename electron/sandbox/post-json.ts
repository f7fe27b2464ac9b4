// SPDX-License-Identifier: GPL-3.0-or-later
import { request } from 'node:http';

export type JsonAnswer = { readonly status: number; readonly body: unknown };

/** An exchange that takes longer than this has failed, as far as a merchant is concerned. */
const PATIENCE_MS = 30_000;

/** POSTs JSON to another sandbox server; undefined when no complete JSON answer came (a planned fault, usually). */
export const postJson = (url: string, value: unknown): Promise<JsonAnswer | undefined> =>
  new Promise((resolve) => {
    const body = Buffer.from(JSON.stringify(value));
    const asking = request(
      url,
      {
        method: 'POST',
        agent: false,
        timeout: PATIENCE_MS,
        headers: { 'content-type': 'application/json', 'content-length': body.length },
      },
      (answer) => {
        const chunks: Uint8Array[] = [];
        answer.on('data', (chunk: Uint8Array) => chunks.push(chunk));
        answer.on('error', () => resolve(undefined));
        answer.on('end', () => resolve(parse(answer.statusCode ?? 0, Buffer.concat(chunks).toString('utf8'))));
      },
    );
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => resolve(undefined));
    asking.end(body);
  });

const parse = (status: number, text: string): JsonAnswer | undefined => {
  try {
    return { status, body: JSON.parse(text) as unknown };
  } catch {
    // half a JSON is no answer
    return undefined;
  }
};
