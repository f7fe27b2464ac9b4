// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { EscrowChallengeView } from '../../../shared/view-escrow-recovery.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { isZeroText } from '../base/money.tsx';
import { Failure } from '../base/failure.tsx';
import { QrCode } from '../base/qr.tsx';

/** A place wants to be paid before it helps: with money of this wallet where there is some, else with another wallet. */
export const PayChallenge = ({ way }: { readonly way: EscrowChallengeView }): ReactNode => {
  const pay = useRequest('recover.pay');
  const look = useRequest('recover.challenge');
  const { fee, payUri } = way;
  const overview = useAnswer('wallet.overview', {});
  const hasMoney = overview?.ok === true && overview.value.balances.some(({ available }) => !isZeroText(available));
  return (
    <div className="code-app">
      {payUri === undefined ? null : (
        <div className="code-app-square">
          <QrCode text={payUri} label={t('regain.pay.square')} />
        </div>
      )}
      <div className="code-app-words">
        <p>{fee === undefined ? t('regain.pay.words') : t('regain.pay.sum', { fee })}</p>
        {hasMoney ? null : <p className="detail">{t('regain.pay.how')}</p>}
        {payUri === undefined ? null : <CopyText text={payUri} what={t('regain.pay.link')} />}
        <div className="actions">
          {fee === undefined || !hasMoney ? null : (
            <Button pending={pay.pending} onPress={() => void pay.send({ uuid: way.uuid, agreed: fee })}>
              {t('regain.pay.do', { fee })}
            </Button>
          )}
          <Button look="primary" pending={look.pending} onPress={() => void look.send({ uuid: way.uuid })}>
            {t('regain.pay.look')}
          </Button>
        </div>
        {[pay.answer, look.answer].map((answer, at) =>
          answer?.ok === false ? <Failure key={at === 0 ? 'pay' : 'look'} failure={answer.error} /> : null,
        )}
      </div>
    </div>
  );
};
