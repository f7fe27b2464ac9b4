// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';

/** A libtool triple: the newest interface, its revision, and how many older interfaces are still spoken. */
export type ProtocolVersion = { readonly current: number; readonly revision: number; readonly age: number };
export type MalformedVersion = { readonly kind: 'malformed-version' };

/** Reads `current:revision:age`; an age larger than current is malformed. */
export const parseVersion = (text: string): Result<ProtocolVersion, MalformedVersion> => {
  const match = /^(\d{1,6}):(\d{1,6}):(\d{1,6})$/.exec(text);
  if (!match) return err({ kind: 'malformed-version' });
  const [current = 0, revision = 0, age = 0] = match.slice(1).map(Number);
  return age > current ? err({ kind: 'malformed-version' }) : ok({ current, revision, age });
};

/** Whether two sides share an interface number. */
export const isCompatible = (mine: ProtocolVersion, theirs: ProtocolVersion): boolean =>
  mine.current - mine.age <= theirs.current && mine.current >= theirs.current - theirs.age;
