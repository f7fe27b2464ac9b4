// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** How safe the money is: the first saying names the state, more may follow. `lost` is what would be gone if this disk died now. */
export const safety = {
  // nothing here yet
  nothing: {},
  'no-money': {},
  // not protected
  'no-place': { lost: 'amounts' },
  'no-copy': { lost: 'amounts' },
  'no-paper': { lost: 'amounts' },
  // at risk
  'only-here': { lost: 'amounts', all: 'amounts', at: 'time' },
  /** no place that the tested sheet names holds a copy any more */
  'paper-outdated': { tested: 'time', lost: 'amounts?' },
  /** it is in copies, but at places that the tested sheet does not name */
  'paper-behind': { lost: 'amounts', tested: 'time' },
  /** the same of an escrow, where no sheet was read back */
  'escrow-outdated': { tested: 'time', lost: 'amounts?' },
  'escrow-behind': { lost: 'amounts', tested: 'time' },
  'copy-gone': { places: 'list' },
  unread: { places: 'list' },
  /** the last restore for a try did not bring back what it should */
  'drill-failed': { at: 'time', lacking: 'amounts?', places: 'list?' },
  'all-silent': { places: 'integer', at: 'time' },
  'too-few-places': { there: 'integer', wanted: 'integer' },
  /** it is in enough copies, but what these places hold was read back too long ago to count */
  'long-unread': { thin: 'amounts', places: 'list', at: 'time' },
  'too-few-copies': { thin: 'amounts', wanted: 'integer' },
  // payment due
  'place-asks': { place: 'string', why: 'said:placeNote' },
  'year-over': { place: 'string', until: 'time' },
  /** the last week of a year after which none is paid */
  'year-ends': { place: 'string', until: 'time', days: 'integer' },
  // another device
  'stands-still': { standing: 'said:standstill' },
  // a change is on its way
  saving: {},
  // protected
  /** `away`: all of these, and none can be reached now */
  protected: { places: 'integer', at: 'time', tested: 'time', away: 'integer?' },
  'protected-by-escrow': { places: 'integer', at: 'time', tested: 'time', away: 'integer?' },
  // beside one of these
  /** the part of what would be lost that is not here yet */
  'lost-arriving': { sums: 'amounts' },
  'waits-for-place': {},
  'waits-for-copy': {},
  'not-saved': { at: 'time' },
  'not-connected': { place: 'string', at: 'time' },
  'not-answering': { place: 'string', at: 'time', since: 'time' },
  'paper-lacks': { places: 'list', tested: 'time' },
  /** the escrow brings it back, and the sheet alone does not */
  'paper-alone-lacks': { lost: 'amounts', tested: 'time' },
  'test-again': { tested: 'time' },
  'rehearse-again': { tested: 'time' },
  /** there is an escrow, and it does not count yet */
  'escrow-unrehearsed': { ways: 'integer' },
  'escrow-not-current': {},
  'escrow-newer': {},
  'drill-again': { at: 'time' },
} as const satisfies Table;

/** What removing a place would mean, said before; and what has become of it. */
export const removals = {
  // before
  'would-lose': { lost: 'amounts' },
  'last-place': {},
  /** what the state would say then */
  leaves: { why: 'said:safety' },
  'too-few': { there: 'integer', wanted: 'integer' },
  'sheet-suffices': { tested: 'time' },
  'sheet-leads-nowhere': { tested: 'time' },
  'paid-until': { until: 'time' },
  // after
  removed: { name: 'string' },
  'keeps-copy': { until: 'time?' },
  'none-left': { lost: 'amounts?' },
} as const satisfies Table;

/** What reading a sheet back has shown. */
export const sheetTests = {
  'brings-all': {},
  'not-all': { lost: 'amounts' },
  'leads-to': { places: 'list' },
  'leads-nowhere': {},
  /** the code alone was read */
  'names-none': {},
  /** only the code was read now; the places were on a sheet that was read before */
  'code-alone': {},
  'does-not-know': { places: 'list' },
  // of the one that was read back before, as things are now
  'still-all': { tested: 'time' },
  'still-not-all': { tested: 'time', lost: 'amounts' },
  'leads-nowhere-now': { tested: 'time' },
  /** on the sheet, and not used by this wallet any more */
  'names-former': { places: 'list' },
} as const satisfies Table;
