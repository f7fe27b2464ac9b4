// SPDX-License-Identifier: GPL-3.0-or-later
import { hostname } from 'node:os';

/** What this computer calls itself, without the domain it is in; the name of a device nobody has named. */
export const computerName = (): string => (hostname().split('.')[0] ?? '').slice(0, 60) || 'computer';
