// SPDX-License-Identifier: GPL-3.0-or-later
import packed from '../package.json' with { type: 'json' };

/** The version of this program, which stands in `package.json` alone. */
export const VERSION: string = packed.version;

/** Where the newest version stands, as `{"version": "1.2.3"}`. The name is one that nobody can own (RFC 2606) until this program has a house of its own: so nobody answers, and nobody hears who asks. */
export const NEWEST_AT = 'https://holdfast.example/newest.json';
