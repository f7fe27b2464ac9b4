// SPDX-License-Identifier: GPL-3.0-or-later
import { useSyncExternalStore, type ReactNode } from 'react';
import type { AppStateView } from '../../../shared/contract.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';

/** That window or program ended as they should not, once, until its person has read it. */
export const Ended = ({ app: { ended } }: { readonly app: AppStateView }): ReactNode => {
  const read = useRequest('app.readEnd');
  if (ended === undefined) return null;
  return (
    <Notice tone="plain" live>
      <p>{t(`ended.${ended.what}`, { at: ended.at })}</p>
      <div className="actions">
        <Button look="quiet" pending={read.pending} onPress={() => void read.send({})}>
          {t('ended.read')}
        </Button>
      </div>
    </Notice>
  );
};

const listen = (changed: () => void): (() => void) => {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
};

/** That this computer is offline, in this one place, at the lower edge so that nothing of the page moves; a wallet with play money alone needs no network. */
export const Offline = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  return isOnline || app.playMoney ? null : (
    <div className="offline">
      <Notice tone="plain" live>
        <p>{t('offline.words')}</p>
      </Notice>
    </div>
  );
};
