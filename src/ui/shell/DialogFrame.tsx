import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../icons';
import controls from './controls.module.css';
import { useCloseRequest } from './use-close-request';

interface DialogFrameProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A class for the sheet itself, in place of the plain small dialog. */
  readonly className?: string | undefined;
  readonly overlayClassName?: string | undefined;
}

/** A modal dialog with a title and a close button. Escape and a press outside close it too. */
export function DialogFrame(props: DialogFrameProps) {
  const { t } = useTranslation('shell');
  const { title, isOpen, onClose, children, className, overlayClassName } = props;
  return (
    <ModalOverlay
      className={overlayClassName ?? controls.overlay ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={className ?? controls.dialog ?? ''}>
        <Dialog className={controls.panel ?? ''}>
          <div className={controls.dialogHead}>
            <Heading slot="title" className={controls.dialogTitle ?? ''}>
              {title}
            </Heading>
            <Button slot="close" className={controls.plain ?? ''} aria-label={t('close')}>
              <CloseIcon />
            </Button>
          </div>
          {children}
          <CloseRequest onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Listens only while the dialog is open. */
function CloseRequest({ onClose }: Pick<DialogFrameProps, 'onClose'>) {
  useCloseRequest(onClose);
  return null;
}
