// SPDX-License-Identifier: GPL-3.0-or-later

/** The version of this program, as `package.json` has it (a test compares them). */
export const VERSION = '0.1.0';

/** Where the newest version stands, as `{"version": "1.2.3"}`. The name is one that nobody can own (RFC 2606) until this program has a house of its own: so nobody answers, and nobody hears who asks. */
export const NEWEST_AT = 'https://holdfast.example/newest.json';
