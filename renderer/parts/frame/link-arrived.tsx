// SPDX-License-Identifier: GPL-3.0-or-later
import { useCallback, useEffect, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { LinkPage, LinkView } from '../../../shared/links.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';
import { giveLink } from '../base/given-link.ts';
import { isFree } from './free.ts';

/** What a link is, by the page it is for. */
export const LINK_WORDS = {
  '/pay': 'link.pay',
  '/add': 'link.add',
  '/receive': 'link.receive',
  '/deposit': 'link.deposit',
  '/restore': 'link.restore',
} as const satisfies Readonly<Record<LinkPage, string>>;

/**
 * A link that another program handed over. It goes to its page at once where nothing is under way; otherwise it waits here, and its person
 * is asked. What it means is shown by that page before anything is done.
 */
export const LinkArrived = (): ReactNode => {
  const answer = useAnswer('app.link', {});
  const link = answer?.ok === true ? answer.value.link : null;
  const [here, go] = useLocation();
  const taking = useRequest('app.takeLink');
  const { send, pending } = taking;
  const open = useCallback(async (): Promise<void> => {
    const taken = await send({});
    if (!taken.ok || taken.value.link === null || !('page' in taken.value.link)) return;
    go(taken.value.link.page);
    giveLink(taken.value.link);
  }, [send, go]);
  const goesAtOnce = link !== null && 'page' in link && isFree(here);
  useEffect(() => {
    // Looked at again here: a dialog may have opened since this was drawn.
    if (goesAtOnce && !pending && isFree(here)) void open();
  }, [goesAtOnce, pending, here, open]);
  return link === null || goesAtOnce ? null : (
    <Notice tone={'page' in link ? 'plain' : 'warn'} live>
      <p>{saidOf(link)}</p>
      <div className="actions">
        {'page' in link ? (
          <Button look="primary" pending={pending} onPress={() => void open()}>
            {t('link.open')}
          </Button>
        ) : null}
        <Button look="quiet" disabled={pending} onPress={() => void send({})}>
          {t('link.leave')}
        </Button>
      </div>
    </Notice>
  );
};

const saidOf = (link: LinkView): string =>
  'page' in link ? `${t('link.waits')} ${t(LINK_WORDS[link.page])}.` : t(`link.${link.refused}`);
