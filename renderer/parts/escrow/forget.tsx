// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { Request } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';

/** Ends the escrow here: nothing follows any more, and what the places have stays until it is no longer paid for. */
export const ForgetEscrow = ({ forget }: { readonly forget: Request<'escrow.forget'> }): ReactNode => {
  const [asking, setAsking] = useState(false);
  const confirm = async (): Promise<void> => {
    const answer = await forget.send({ confirm: 'forget the escrow' });
    if (answer.ok) setAsking(false);
  };
  return (
    <>
      <Button look="danger" onPress={() => setAsking(true)}>
        {t('escrowForget.open')}
      </Button>
      <Confirm
        open={asking}
        title={t('escrowForget.title')}
        action={t('escrowForget.do')}
        pending={forget.pending}
        onConfirm={() => void confirm()}
        onCancel={() => {
          forget.reset();
          setAsking(false);
        }}
      >
        <p>{t('escrowForget.words')}</p>
        <p>{t('escrowForget.paper')}</p>
        {forget.answer?.ok === false ? <Failure failure={forget.answer.error} /> : null}
      </Confirm>
    </>
  );
};
