// SPDX-License-Identifier: GPL-3.0-or-later
import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts';
import { isAddress } from '../backup/providers/folder/folder.ts';

/** The folders the system's own dialog has named in this session. */
export type NamedFolders = {
  /** notes what a request for a folder was answered with */
  readonly note: (name: RequestName, answer: unknown) => void;
  /** whether a request names a folder that no dialog has named */
  readonly refuses: (name: RequestName, input: unknown) => boolean;
};

/**
 * The window may only speak of folders that the person has chosen in the system's dialog, and of sticks that are plugged in: a page that was taken over would else
 * have the wallet look into, and write into, any directory of the computer.
 */
export const createNamedFolders = (): NamedFolders => {
  const named = new Set<string>();
  const isUnnamed = (path: string): boolean => !named.has(resolve(path));
  return {
    note: (name, answer) => {
      const directory =
        name === 'provider.chooseFolder' ? (answer as { readonly directory: string | null }).directory : null;
      if (directory !== null) named.add(resolve(directory));
      if (name === 'provider.sticks')
        for (const stick of (answer as RequestOutput<'provider.sticks'>).sticks) named.add(resolve(stick.directory));
    },
    refuses: (name, input) => foldersIn(name, input).some(isUnnamed),
  };
};

/** What a request carries that will be taken for a folder; the door has checked its form. */
const foldersIn = (name: RequestName, input: unknown): readonly string[] => {
  switch (name) {
    case 'provider.inspect':
    case 'provider.add':
      return [(input as RequestInput<'provider.inspect'>).target].filter(isPath);
    case 'restore.run':
    case 'backup.takeover':
      return (input as RequestInput<'restore.run'>).folders ?? [];
    default:
      return [];
  }
};

/** A path as the folder kind takes it, or as a shell would write it, and a name where a directory of that name is; everything else is an address. */
const isPath = (target: string): boolean =>
  isAbsolute(target) ||
  /^(?:\.|~|\\|file:|[a-z]:)/i.test(target.trim()) ||
  (!isAddress(target) && statSync(resolve(target), { throwIfNoEntry: false })?.isDirectory() === true);
