// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { aside, type Task, type Threads } from '../../../threads.ts';
import type { ProviderTrouble } from '../provider.ts';

// What a server answers when it is asked for the contents of a folder (RFC 4918 §9.1): XML, read by the `webdav` package. Its own
// client is not used: it has one network for the whole process, without ceilings, and follows what a listing says.

/** About 400 files; ours are four for each wallet. The parser needs 30 ms for as much. */
export const MAX_LISTING = 128 * 1024;
/** A tag with thousands of attributes takes the parser time that grows with their square. */
const MAX_TAG = 2048;

/** Only what is needed of it: the names. What lies under a name tells by its own bytes what it is. */
const multistatus = z.object({
  multistatus: z.object({ response: z.array(z.object({ href: z.unknown() })) }),
});

type Listing = { readonly folder: string; readonly body: Uint8Array };
type Names = Result<readonly string[], ProviderTrouble>;

/** Our own four files are read in a millisecond, less than it takes to ask a thread; a folder that others fill would make the window stutter. */
const WORTH_A_THREAD = 8 * 1024;

/**
 * The names that lie in a folder, from the body of a `207`. Only names: they are asked for under the folder's own address, so a listing
 * that speaks of other servers or climbs out of the folder leads nowhere. Fails when the folder itself is not in its listing.
 */
export const namesIn = (
  world: { readonly threads?: Pick<Threads, 'run'> },
  folder: string,
  body: Uint8Array,
): Promise<Names> =>
  body.length < WORTH_A_THREAD ? readNames({ folder, body }) : aside(world, listingTask, { folder, body });

const readNames = async ({ folder, body }: Listing): Promise<Names> => {
  const text = new TextDecoder().decode(body);
  // No server needs its own entities for this; they are how a small document becomes a large one.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return unreadable('it defines entities');
  if (new RegExp(`<[^>]{${MAX_TAG}}`).test(text)) return unreadable('one of its tags has no end');
  // The parser takes half a document for a whole one, and half a list for a folder in which the rest is gone.
  if (!/<\/(?:[\w.-]+:)?multistatus\s*>\s*$/.test(text)) return unreadable('its end is missing');
  const parsed = await parse(text);
  const read = multistatus.safeParse(parsed);
  if (!read.success) return unreadable('it is no multistatus');
  const members = read.data.multistatus.response.flatMap(({ href }) => memberOf(href, folder) ?? []);
  const self = members.find(({ name }) => name === '');
  if (!self) return unreadable('it does not speak of this folder');
  return ok([...new Set(members.flatMap(({ name, origin }) => (name !== '' && origin === self.origin ? [name] : [])))]);
};

/** The same in a thread. */
export const listingTask: Task<Listing, Names> = { name: 'webdav-listing', perform: readNames };

type Member = { readonly name: string; readonly origin: string };

/** The folder itself (name '') or a file right in it; undefined for whatever else an href may say. */
const memberOf = (href: unknown, folder: string): Member | undefined => {
  if (typeof href !== 'string' || !URL.canParse(href, folder)) return undefined;
  const { origin, pathname } = new URL(href, folder);
  const path = decoded(pathname);
  const base = decoded(new URL(folder).pathname);
  if (path === undefined || base === undefined) return undefined;
  if (`${path}/` === base || path === base) return { name: '', origin };
  if (!path.startsWith(base)) return undefined;
  const name = path.slice(base.length);
  return name.includes('/') ? undefined : { name, origin };
};

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch (malformed) {
    if (malformed instanceof URIError) return undefined;
    throw malformed;
  }
};

/** Undefined for what the parser cannot read; it is somebody else's code on somebody else's text, and says so by throwing. */
const parse = async (text: string): Promise<unknown> => {
  // Loaded when it is first needed: it takes a tenth of a second, and most wallets never do.
  const { parseXML } = await import('webdav');
  try {
    return await parseXML(text);
  } catch {
    return undefined;
  }
};

const unreadable = (why: string): Result<never, ProviderTrouble> =>
  err({ kind: 'misbehaved', why: { kind: 'listing-unreadable', facts: { detail: why } } });
