// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { agreedAnew } from '../../../shared/escrow-price.ts';
import type { EscrowView } from '../../../shared/view-escrow.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { sums } from './plan.tsx';

/** Coins of the right kind are too few, or there were none ever. */
const isAboutCoins = (said: EscrowView['places'][number]['said'][number]): boolean =>
  said.kind === 'lacks-coins' || (said.kind === 'unpaid' && said.facts.why.kind === 'no-accepted-exchange');

/** The one thing to do next about an escrow, where it needs nothing of the person but a yes: another go, or a price. */
export const NextStep = ({ escrow: known }: { readonly escrow: EscrowView }): ReactNode => {
  const update = useRequest('escrow.update');
  // What it came to is known before the page has looked again: no second press does what is done.
  const escrow = (update.answer?.ok === true ? update.answer.value.escrow : undefined) ?? known;
  const asked = agreedAnew(escrow);
  const isOpen = escrow.step === 'behind' || escrow.step === 'uploading';
  if (!isOpen && asked === undefined) return null;
  const lacksCoins = escrow.places.some(({ said }) => said.some(isAboutCoins));
  return (
    <div className="actions">
      {lacksCoins ? (
        <Link className="button" data-look="primary" href="/add">
          {t('safetyStep.add-money')}
        </Link>
      ) : null}
      <Button
        look={lacksCoins ? 'plain' : 'primary'}
        pending={update.pending}
        onPress={() => void update.send(asked === undefined ? {} : { agreedFees: [...asked] })}
      >
        {asked !== undefined
          ? t('escrowNow.agree', { total: sums(asked) })
          : t(escrow.step === 'uploading' ? 'escrowNow.goOn' : 'escrowNow.update')}
      </Button>
      {update.pending ? (
        <p className="detail" role="status">
          {t('escrowNow.updating')}
        </p>
      ) : null}
      {update.answer?.ok === false ? <Failure failure={update.answer.error} /> : null}
    </div>
  );
};
