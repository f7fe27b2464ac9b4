// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Button as AriaButton, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Button } from './controls.tsx';
import { QrCode } from './qr.tsx';
import './big-qr.css';

/** A code that is meant for a telephone: a press lets it fill the window, Escape or another press puts it back. */
export const BigQr = ({
  text,
  label,
  isSecret = true,
  cross = false,
  caption,
}: {
  readonly text: string;
  readonly label: Spoken;
  /** whoever photographs it has what it says */
  readonly isSecret?: boolean;
  /** the Swiss cross in its middle, as the Swiss payment part has it */
  readonly cross?: boolean;
  readonly caption?: Spoken;
}): ReactNode => {
  const [isLarge, setLarge] = useState(false);
  const code = <QrCode text={text} label={label} isSecret={isSecret} cross={cross} />;
  return (
    <figure className="big-qr">
      <AriaButton
        className="big-qr-button"
        aria-label={t('qr.enlarge', { what: label })}
        onPress={() => setLarge(true)}
      >
        {code}
      </AriaButton>
      <figcaption>{caption ?? t('qr.tap')}</figcaption>
      <ModalOverlay className="overlay qr-overlay" isDismissable isOpen={isLarge} onOpenChange={setLarge}>
        <Modal className="qr-window">
          <Dialog aria-label={label}>
            {code}
            <p>{t('qr.brighter')}</p>
            <Button onPress={() => setLarge(false)}>{t('qr.close')}</Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </figure>
  );
};
