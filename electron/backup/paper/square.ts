// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import { bytesToCrock, parseCrock, utf8 } from '../../taler/bytes/encodings.ts';
import { providerAddress, urlCheck, writtenAddress, type SheetProvider } from './address.ts';
import { lettersOf, type OnPaper } from './on-paper.ts';
import { oneLine, secretGroups, type Recovery } from './text.ts';

// What the square code of a page holds (FORMAT.md#the-square-code). Every sign of it is one that a QR code packs two to eleven bits, so
// that its squares are large, and no address stands in it that a telephone would open or look up.

/** What a square says beside its code. */
export type SquareFacts = Pick<OnPaper, 'date' | 'walletName' | 'providers' | 'of'>;

const SCHEME = 'HOLDFAST:2';
const SQUARE = /HOLDFAST:2:(HOLD1[0-9A-Z]{71,130})(?::([0-9A-Z]+):([0-9A-Z]{4}))?(?![0-9A-Z:])/i;

/** The text of a square: the code in one piece, and the facts with the check characters of their text; without facts the code alone. */
const squareText = (code: string, facts?: SquareFacts): string => {
  const head = `${SCHEME}:${code.toUpperCase()}`;
  if (facts === undefined) return head;
  const said = factsText(facts);
  return `${head}:${bytesToCrock(utf8(said))}:${urlCheck(said).toUpperCase()}`;
};

/** A line for the date, with how many shares were made behind it, one for the name of the wallet, one for each place: its address, and behind a blank its name. */
const factsText = ({ date, walletName, providers, of }: SquareFacts): string =>
  [
    of === undefined ? date : `${date} ${of}`,
    oneLine(walletName),
    ...providers.map((each) => `${writtenAddress(each)} ${oneLine(each.name)}`.trimEnd()),
  ].join('\n');

/** What was read of a square: `cut` and `damaged` say that its facts are not as they were written. */
export type Square = { readonly code: string; readonly facts: Result<SquareFacts, 'cut' | 'damaged'> };

/** What the text of a square holds; undefined where none is in this text. */
export const readSquare = (text: string): Square | undefined => {
  const [, code, facts, check] = SQUARE.exec(text) ?? [];
  if (code === undefined) return new RegExp(`${SCHEME}:`, 'i').test(text) ? { code: '', facts: err('cut') } : undefined;
  const none = ok({ date: '', walletName: '', providers: [] });
  return { code, facts: facts === undefined || check === undefined ? none : readFacts(facts, check.toLowerCase()) };
};

const readFacts = (facts: string, check: string): Result<SquareFacts, 'damaged'> => {
  const bytes = parseCrock(facts);
  if (!bytes.ok) return err('damaged');
  const said = new TextDecoder().decode(bytes.value);
  if (urlCheck(said) !== check) return err('damaged');
  const [first = '', walletName = '', ...places] = said.split('\n');
  const [date = '', of] = first.split(' ');
  const providers = places.slice(0, MAX_PLACES).flatMap((line): readonly SheetProvider[] => {
    const [written = '', ...name] = line.split(' ');
    const address = providerAddress(written, urlCheck(written));
    return address === undefined ? [] : [{ name: name.join(' '), ...address }];
  });
  return ok({ date, walletName, providers, ...(of === undefined ? {} : { of: Number(of) }) });
};
const MAX_PLACES = 128;

/**
 * The most signs in a square of 125 modules (ISO 18004, version 27, alphanumeric), by its error correction: on 66 mm each module is half a
 * millimetre, three dots of a scan at 150 to the inch. What a square survives was measured (PICTURES.md); where it does not, the boxes have
 * to do.
 */
const ROOM = { H: 910, Q: 1172 } as const;

/** The most that can be said with the strongest error correction, and where that is too wide, with the next; first the names are left out, then the places. */
export const squareOf = (code: string, facts: SquareFacts): Pick<RecoverySheetView, 'qrText' | 'qrLevel' | 'code'> => {
  const unnamed = { ...facts, walletName: '', providers: facts.providers.map((each) => ({ ...each, name: '' })) };
  const [whole, bare] = [squareText(code, facts), squareText(code, unnamed)];
  const forms = [
    { code: 'whole', qrText: whole, qrLevel: 'H' },
    { code: 'whole', qrText: whole, qrLevel: 'Q' },
    { code: 'unnamed', qrText: bare, qrLevel: 'H' },
    { code: 'unnamed', qrText: bare, qrLevel: 'Q' },
  ] as const;
  const alone = { code: 'secret', qrText: squareText(code), qrLevel: 'H' } as const;
  return forms.find(({ qrText, qrLevel }) => qrText.length <= ROOM[qrLevel]) ?? alone;
};

/** The square of a sheet. */
export const recoveryToQr = (recovery: Recovery): ReturnType<typeof squareOf> =>
  squareOf(secretGroups(recovery).join(''), recovery);

/** The square of a share. */
export const shareToQr = (share: OnPaper): ReturnType<typeof squareOf> => squareOf(lettersOf(share), share);
