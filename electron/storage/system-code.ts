// SPDX-License-Identifier: GPL-3.0-or-later

/** Thrown out of a transaction that was rolled back because the disk (or the file's limit) is full: nothing was written, nothing is lost. */
export class StorageFull extends Error {
  readonly kind = 'disk-full';
  constructor() {
    super('The disk is full or refuses writing; nothing was written.');
    this.name = 'StorageFull';
  }
}

/** The `code` of an error of SQLite, the file system or another part of Node; '' for anything else. */
export const systemCode = (thrown: unknown): string => {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return '';
  return typeof thrown.code === 'string' ? thrown.code : '';
};

/** True when the disk is full; a used-up quota reaches us as SQLITE_IOERR_WRITE. */
export const isDiskFull = (thrown: unknown): boolean => DISK_FULL_CODES.has(systemCode(thrown));

const DISK_FULL_CODES = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE']);
