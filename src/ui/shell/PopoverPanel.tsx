import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover, type PopoverProps } from 'react-aria-components';
import controls from './controls.module.css';
import { useCloseRequest } from './use-close-request';

interface PopoverPanelProps {
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly placement: NonNullable<PopoverProps['placement']>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small dialog by its button. Escape, and a press outside, close it. */
export function PopoverPanel(props: PopoverPanelProps) {
  const { triggerRef, title, placement, onClose, children } = props;
  useCloseRequest(onClose);
  return (
    <Popover
      className={controls.popover ?? ''}
      triggerRef={triggerRef}
      placement={placement}
      offset={6}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog className={controls.panel ?? ''} aria-label={title}>
        {children}
      </Dialog>
    </Popover>
  );
}
