// SPDX-License-Identifier: GPL-3.0-or-later

/** Sentences of pages that are on their way. */
export const coming = {
  'issuers.version': 'البروتوكول',
  'issuers.key': 'المفتاح',
} as const;
