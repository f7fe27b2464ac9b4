// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { EscrowChallengeView } from '../../../shared/view-escrow-recovery.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { Failure } from '../base/failure.tsx';
import { QrCode } from '../base/qr.tsx';

/** A place wants to be paid before it helps: with money of this wallet where it holds enough, else with another wallet. */
export const PayChallenge = ({
  way,
  isNext,
}: {
  readonly way: EscrowChallengeView;
  readonly isNext: boolean;
}): ReactNode => {
  const pay = useRequest('recover.pay');
  const look = useRequest('recover.challenge');
  const { fee, total, payUri } = way;
  return (
    <div className="code-app">
      {payUri === undefined || payUri.length > MOST_IN_SQUARE ? null : (
        <div className="code-app-square">
          <QrCode text={payUri} label={t('regain.pay.square')} />
        </div>
      )}
      <div className="code-app-words">
        <p>{fee === undefined ? t('regain.pay.words') : t('regain.pay.sum', { fee })}</p>
        <p className="detail">{t(total === undefined ? 'regain.pay.how' : 'regain.pay.either')}</p>
        {payUri === undefined ? null : <CopyText text={payUri} what={t('regain.pay.link')} />}
        <div className="actions">
          {total === undefined ? null : (
            <Button
              look={isNext ? 'primary' : 'plain'}
              pending={pay.pending}
              disabled={look.pending}
              onPress={() => void pay.send({ uuid: way.uuid, agreed: total })}
            >
              {t('regain.pay.do', { total })}
            </Button>
          )}
          <Button
            look={isNext && total === undefined ? 'primary' : 'plain'}
            pending={look.pending}
            disabled={pay.pending}
            onPress={() => void look.send({ uuid: way.uuid })}
          >
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

/** A link comes from a stranger: past this no phone reads a square of it, and past 2,331 bytes there is none. */
const MOST_IN_SQUARE = 600;
