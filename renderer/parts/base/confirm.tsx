// SPDX-License-Identifier: GPL-3.0-or-later
import type { Spoken } from '../../../shared/words/spoken.ts';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../words.ts';
import { Button } from './controls.tsx';

/** Asks before something that cannot be taken back. Escape and "Keep" mean no. */
export const Confirm = ({
  open,
  title,
  children,
  action,
  look = 'danger',
  keep = t('confirm.keep'),
  pending,
  disabled = false,
  onConfirm,
  onCancel,
}: {
  readonly open: boolean;
  readonly title: Spoken;
  readonly children: ReactNode;
  readonly action: Spoken;
  /** what can be taken back all the same is no danger */
  readonly look?: 'danger' | 'primary';
  /** the way back, when "Keep it" is not what it means */
  readonly keep?: Spoken;
  readonly pending: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}): ReactNode => (
  <ModalOverlay className="overlay" isOpen={open} onOpenChange={(next) => (next || pending ? undefined : onCancel())}>
    <Modal className="modal">
      <Dialog role="alertdialog">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        <div className="modal-words">{children}</div>
        <div className="actions">
          <Button onPress={onCancel} disabled={pending}>
            {keep}
          </Button>
          <Button look={look} onPress={onConfirm} pending={pending} disabled={disabled}>
            {action}
          </Button>
        </div>
      </Dialog>
    </Modal>
  </ModalOverlay>
);
