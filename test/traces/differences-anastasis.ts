// SPDX-License-Identifier: GPL-3.0-or-later

// Which recorded requests to anastasis-httpd 0.2.0 our client never makes, and which headers of one it cannot make as recorded.

export type Unlike = {
  readonly trace: string;
  readonly steps: readonly string[];
  /** headers that may differ; without, the step is not played */
  readonly headers?: readonly string[];
  readonly why: string;
};

const MALFORMED = 'The recording sends a malformed request on purpose, which the types of the client cannot express.';
const NO_OPERATION = 'Nothing a wallet does.';
const TEXT = 'The client always asks for JSON: what is said to people is translated and carries no code.';
const SPELLING = 'The client writes base32 in capitals and leaves out what it does not say.';
const NEVER_ASKED =
  'Without an answer the client asks nothing about a question or an authenticator: it learns nothing, and the second stops this server.';
const NO_HASH =
  'The client downloads without If-None-Match: with a version this server compares it with the latest, and in quotes it refuses it.';
const OTHER_SIGNATURE = 'The recording announces or signs other bytes than it sends; the client has no way to.';
const OMITTED = 'Its bytes were not recorded.';

export const UNLIKE: readonly Unlike[] = [
  {
    trace: 'truth-upload',
    steps: [
      'missing-encrypted_truth',
      'missing-duration',
      'key_share_data-too-short',
      'key_share_data-too-long',
      'duration-string',
      'malformed-json',
      'empty-body',
      'uuid-16-bytes',
      'uuid-not-crock',
      'content-type-missing',
    ],
    why: MALFORMED,
  },
  { trace: 'truth-upload', steps: ['truth-640kB-ok?', 'truth-over-1-MiB'], why: OMITTED },
  { trace: 'truth-upload', steps: ['truth-put-method', 'truth-options', 'truth-delete'], why: NO_OPERATION },
  {
    trace: 'truth-upload',
    steps: ['encrypted_truth-lowercase', 'uuid-lower', 'extra-field', 'truth_mime-null'],
    why: SPELLING,
  },
  {
    trace: 'challenge-question',
    steps: [
      'no-decryption-key',
      'malformed-decryption-key',
      'short-decryption-key',
      'malformed-response',
      'response-63-bytes',
      'question-timeout_ms-bad',
      'payment-identifier-malformed',
    ],
    why: MALFORMED,
  },
  { trace: 'challenge-question', steps: ['no-response', 'no-response-json'], why: NEVER_ASKED },
  { trace: 'challenge-question', steps: ['lower-case-response-and-key'], why: SPELLING },
  { trace: 'challenge-file', steps: ['malformed-response'], why: MALFORMED },
  { trace: 'challenge-file', steps: ['request-accept-no-accept', 'request-accept-text'], why: TEXT },
  {
    trace: 'challenge-tan',
    steps: [
      'sms-request-accept-text/plain-lang-None',
      'sms-request-accept-None-lang-None',
      'email-request-accept-text/plain-lang-de_DE',
      'post-request-accept-text/plain-lang-de_DE',
    ],
    why: TEXT,
  },
  { trace: 'challenge-totp', steps: ['wrong-text', 'wrong-no-accept'], why: TEXT },
  { trace: 'challenge-iban', steps: ['request-text'], why: TEXT },
  {
    trace: 'config',
    steps: [
      'config-head',
      'config-options',
      'config-post',
      'root',
      'agpl',
      'terms-html',
      'terms-text',
      'terms-any',
      'terms-de',
      'terms-if-none-match',
      'terms-if-none-match-pp',
      'privacy',
      'privacy-html',
      'unknown-path',
      'salt-2020',
      'seed',
      'config-trailing-slash',
    ],
    why: NO_OPERATION,
  },
  {
    trace: 'policy',
    steps: [
      'get-malformed-account',
      'get-empty-account',
      'no-signature',
      'malformed-signature',
      'no-if-none-match',
      'quoted-if-none-match',
      'storage_duration-text',
      'timeout_ms-text',
      'payment-identifier-malformed',
      'get-version-text',
      'get-version-negative',
    ],
    why: MALFORMED,
  },
  {
    trace: 'policy',
    steps: [
      'get-latest-if-none-match',
      'get-latest-if-none-match-quoted',
      'get-if-none-match-other',
      'get-version-with-if-none-match-of-latest',
    ],
    why: NO_HASH,
  },
  { trace: 'policy', steps: ['document-1MiB'], why: OMITTED },
  { trace: 'payment', steps: ['truth-get-before-paid'], why: NEVER_ASKED },
  { trace: 'policy', steps: ['head-latest', 'options', 'delete', 'put'], why: NO_OPERATION },
  {
    trace: 'policy',
    steps: ['signature-over-other-hash', 'body-does-not-match-hash', 'other-account-path'],
    headers: ['anastasis-policy-signature', 'if-none-match'],
    why: OTHER_SIGNATURE,
  },
  {
    trace: 'server-crashes',
    steps: ['totp-request-without-response-server-aborts', 'any-request-to-it-server-aborts'],
    why: NEVER_ASKED,
  },
];

/** What is listed for a step; undefined when the client makes it as it was recorded. */
export const unlike = (trace: string, step: string): Unlike | undefined =>
  UNLIKE.find((each) => `anastasis-0.2-${each.trace}` === trace && each.steps.includes(step));

// In what our sandbox answers otherwise than 0.2.0 did.

type UnlikeSandbox = {
  readonly trace: string;
  readonly steps: readonly string[];
  readonly members: readonly string[];
  readonly why: string;
};

export const UNLIKE_SANDBOX: readonly UnlikeSandbox[] = [
  {
    trace: 'truth-upload',
    steps: ['missing-encrypted_truth', 'missing-duration', 'duration-string'],
    members: ['line'],
    why: 'The number of a rule in a parser of the real server; ours has none.',
  },
  {
    trace: 'challenge-tan',
    steps: ['post-request-accept-text/plain-lang-de_DE'],
    members: ['content-type'],
    why: 'Text for people, which no client of ours asks for; the real server loses its type when it is translated.',
  },
  {
    trace: 'challenge-iban',
    steps: [
      'request-json',
      'request-again',
      'poll-before-transfer',
      'poll-before-transfer-timeout-2s',
      'poll-transfer-from-other-iban',
      'request-after-transfer',
    ],
    members: ['business_name'],
    why: 'The recorded provider is called otherwise at its bank than in its /config; ours has one name.',
  },
  {
    trace: 'config',
    steps: ['privacy-html'],
    members: ['content-type'],
    why: 'Ours has its terms in plain text alone.',
  },
];
