// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { shownHost } from '../../../shared/names.ts';
import type { Recognised } from '../../../shared/reading/door.ts';
import type { ReadingFailure } from '../../../shared/reading/reading.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useAnswer } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import type { GivenFor } from '../base/given-link.ts';
import { Icon } from '../base/icons.tsx';
import { LINK_WORDS } from './link-arrived.tsx';

/** What the door says below its field. */
export type Said =
  | { readonly what: 'recognised'; readonly found: Recognised }
  | { readonly what: 'failure'; readonly failure: ReadingFailure }
  | { readonly what: 'camera' }
  | { readonly what: 'reading' };

type Open = (page: GivenFor, text: string) => void;
/** A page that what was recognised can be opened on. */
type Way = { readonly page: GivenFor; readonly words: Spoken };

/** What was recognised, and where it can be opened; or why it cannot. */
export const DoorAnswer = ({
  said,
  onOpen,
  onClose,
}: {
  readonly said: Exclude<Said, { what: 'camera' }>;
  readonly onOpen: Open;
  readonly onClose: () => void;
}): ReactNode => (
  <div className="door-answer" ref={useFocusOf(said)} tabIndex={-1}>
    {said.what === 'failure' ? (
      <>
        <Failure failure={said.failure} />
        <Close onClose={onClose} />
      </>
    ) : said.what === 'reading' ? (
      <div className="actions">
        <p role="status">{t('show.reading')}</p>
        <Button onPress={onClose}>{t('show.stop')}</Button>
      </div>
    ) : (
      <Found found={said.found} onOpen={onOpen} onClose={onClose} />
    )}
  </div>
);

/** The keyboard goes on where the answer is. */
const useFocusOf = (said: Said): RefObject<HTMLDivElement | null> => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), [said]);
  return place;
};

const Found = ({
  found,
  onOpen,
  onClose,
}: {
  readonly found: Recognised;
  readonly onOpen: Open;
  readonly onClose: () => void;
}): ReactNode => {
  const ways = useWays(found);
  return (
    <>
      <div role="status" className="door-found">
        <Icon name={ways.length === 0 ? 'info' : 'check'} />
        <p>{wordsOf(found)}</p>
      </div>
      <div className="actions">
        {ways.map(({ page, words }) => (
          <Button key={page} onPress={() => ('text' in found ? onOpen(page, found.text) : undefined)}>
            {words}
          </Button>
        ))}
        <Button look="quiet" onPress={onClose}>
          {t(ways.length === 0 ? 'door.close' : 'link.leave')}
        </Button>
      </div>
    </>
  );
};

const Close = ({ onClose }: { readonly onClose: () => void }): ReactNode => (
  <div className="actions">
    <Button look="quiet" onPress={onClose}>
      {t('door.close')}
    </Button>
  </div>
);

const wordsOf = (found: Recognised): Spoken => {
  switch (found.is) {
    case 'nothing':
      return t('door.label');
    case 'link':
      return t('door.is.link', { what: t(LINK_WORDS[found.page]) });
    case 'web':
      return t('door.is.web', { host: shownHost(found.text).host });
    case 'issuer':
      return t('door.is.issuer', { host: shownHost(found.url).host });
    case 'unsupported':
      return t('door.no.unsupported', { action: found.action });
    case 'foreign':
      return found.seems === 'seed'
        ? t('door.no.seed')
        : found.seems === 'payment'
          ? t('door.no.payment')
          : t('door.no.unknown', { shown: found.shown });
    case 'too-long':
    case 'two-links':
      return t(`door.no.${found.is}`);
    default:
      return t(`door.is.${found.is}`);
  }
};

/** Where it can be opened, as this wallet is now. */
const useWays = (found: Recognised): readonly Way[] => {
  const status = useAnswer('backup.status', {});
  const session = useAnswer('recover.session', {});
  // A wallet that keeps copies has a sheet of its own to test, and takes another one over.
  const hasBackup = status?.ok === true && status.value.state === 'initialized';
  const escrow = useAnswer('escrow.status', {});
  const methods = escrow?.ok === true ? (escrow.value.escrow?.methods ?? []) : [];
  const hasApp = methods.some(({ type }) => type === 'totp');
  const isRecovering = session?.ok === true && session.value.session !== null;
  switch (found.is) {
    case 'link':
      return [{ page: found.page, words: t('link.open') }];
    case 'sheet':
    case 'share':
    case 'code':
      return hasBackup
        ? [
            { page: '/sheet', words: t('door.test') },
            { page: '/takeover', words: t('door.takeover') },
          ]
        : [{ page: '/restore', words: t('door.restore') }];
    case 'taler-wallet':
      return [
        { page: '/import', words: t('door.import') },
        ...(hasBackup ? [] : [{ page: '/restore' as const, words: t('door.restore') }]),
      ];
    case 'taler-backup':
      return [{ page: '/import', words: t('door.import') }];
    case 'issuer':
      return [{ page: 'issuer', words: t('door.issuer') }];
    case 'web':
      return [
        { page: '/pay', words: t('door.pay') },
        { page: 'issuer', words: t('door.issuer') },
        { page: 'place', words: t('door.place') },
      ];
    case 'escrow-code':
      return isRecovering ? [{ page: '/regain', words: t('door.regain') }] : [];
    case 'app-code':
      return [
        ...(isRecovering ? [{ page: '/regain' as const, words: t('door.regain') }] : []),
        ...(hasApp ? [{ page: '/escrow' as const, words: t('door.rehearse') }] : []),
      ];
    default:
      return [];
  }
};
