// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { tidyPath } from '../../../shared/pasted.ts';

/**
 * The directory that a person wrote behind `--data`, as one absolute path: `~` is their own directory also where no shell has said so
 * (`--data=~/w`), and neither blanks and quotation marks round it nor what nobody sees are part of its name, unless it is there with
 * them. Undefined where no directory is meant: nothing but blanks, another person's `~name`, or an address of the web.
 */
export const dataPath = (written: string): string | undefined => {
  const meant = existsSync(written) ? written : tidyPath(written);
  if (meant === '') return undefined;
  if (existsSync(meant)) return resolve(meant);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(meant)) return ofFileAddress(meant);
  if (!meant.startsWith('~')) return resolve(meant);
  const rest = /^~(?:[/\\](.*))?$/s.exec(meant);
  return rest === null ? undefined : resolve(join(homedir(), rest[1] ?? ''));
};

/** The path of an address such as `file:///media/stick`; undefined for one on another machine or of another kind. */
const ofFileAddress = (address: string): string | undefined => {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname } = new URL(address);
  if (protocol !== 'file:' || host !== '') return undefined;
  try {
    const path = decodeURIComponent(pathname);
    // Of Windows: "/C:/…".
    return resolve(path.replace(/^\/(?=[a-z]:)/i, ''));
  } catch {
    return undefined;
  }
};

/** A folder or file as a person wrote it, with the same care; what may be an address, and what is there as it was written, stays as it is. */
export const homePath = (written: string): string => {
  if (existsSync(written)) return written;
  const meant = tidyPath(written);
  if (/^(?:~|file:)/i.test(meant)) return dataPath(meant) ?? written;
  return meant === '' || /^[a-z][a-z0-9+.-]+:/i.test(meant) ? written : meant;
};
