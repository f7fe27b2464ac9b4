// SPDX-License-Identifier: GPL-3.0-or-later
import type Database from 'better-sqlite3';

/** An open connection. */
export type Sqlite = Database.Database;
