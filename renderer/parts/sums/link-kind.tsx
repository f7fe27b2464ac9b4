// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { LinkPage } from '../../../shared/links.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';
import { giveLink } from '../base/given-link.ts';

/** What kind of link it says it is; the wallet itself reads it properly, and whatever is unknown is read by the page it was given to. */
export type LinkKind = 'order' | 'template' | 'page' | 'request' | 'payment' | 'refund' | 'withdraw' | 'other';

const KINDS: Readonly<Record<string, LinkKind | undefined>> = {
  pay: 'order',
  'pay-template': 'template',
  'pay-pull': 'request',
  'pay-push': 'payment',
  refund: 'refund',
  withdraw: 'withdraw',
};

/** The kind of a link, by its first word. */
export const kindOfLink = (uri: string): LinkKind => {
  if (/^https?:\/\//i.test(uri)) return 'page';
  const action = /^(?:(?:ext|web)\+)?taler(?:\+http)?:\/*([a-z-]{1,20})\//i.exec(uri)?.[1]?.toLowerCase() ?? '';
  return (Object.hasOwn(KINDS, action) ? KINDS[action] : undefined) ?? 'other';
};

/** Says that a link is for another page, and takes it there: nobody types it twice. */
export const Elsewhere = ({ kind, uri }: { readonly kind: LinkKind; readonly uri: string }): ReactNode => {
  const [, go] = useLocation();
  const way = wayOf(kind);
  if (way === undefined) return null;
  const [page, is, to] = way;
  return (
    <Notice tone="plain" live>
      <p>{is}</p>
      <div className="actions">
        <Button
          onPress={() => {
            giveLink({ page, text: uri });
            go(page);
          }}
        >
          {to}
        </Button>
      </div>
    </Notice>
  );
};

const wayOf = (kind: LinkKind): readonly [LinkPage, Spoken, Spoken] | undefined => {
  switch (kind) {
    case 'order':
    case 'template':
      return ['/pay', t('receive.is.pay'), t('receive.to.pay')];
    case 'request':
      return ['/pay', t('receive.is.request'), t('receive.to.pay')];
    case 'payment':
    case 'refund':
      return ['/receive', t('pay.elsewhere'), t('pay.toReceive')];
    case 'withdraw':
      return ['/add', t('receive.is.withdraw'), t('receive.to.withdraw')];
    case 'page':
    case 'other':
      return undefined;
  }
};
