// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** Each way in which a picture, a PDF or a camera shows no sheet. */
export const readingFailures = {
  /** `looked`, `of`: pages of a PDF */
  'nothing-shown': { on: ['picture', 'pdf'], looked: 'integer', of: 'integer' },
  'other-code': {
    seems: ['web', 'payment', 'taler', 'wifi', 'contact', 'mail', 'phone', 'seed', 'text'],
    shown: 'string',
  },
  /** `numbers`: what stands on each sheet */
  'two-sheets': { numbers: 'list' },
  'file-too-large': { bytes: 'bytes', limit: 'bytes' },
  'picture-too-large': { megapixels: 'integer', limit: 'integer' },
  'unread-file': { what: ['heic', 'other-picture', 'archive', 'text', 'damaged', 'gone'] },
  'pdf-locked': {},
  'file-too-costly': { of: ['memory', 'time'] },
  'no-reader': {},
  'no-camera': { why: ['none', 'refused', 'busy', 'taken'] },
} as const satisfies Table;
