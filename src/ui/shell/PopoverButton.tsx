import { lazy, type ReactNode, useRef, useState } from 'react';
import { Button, type PopoverProps } from 'react-aria-components';
import { Later } from '../Later';

const loadPanel = () => import('./PopoverPanel');
const PopoverPanel = lazy(async () => ({ default: (await loadPanel()).PopoverPanel }));

const prepare = () => void loadPanel();

interface PopoverButtonProps {
  readonly className: string | undefined;
  /** The button's name; what stands on it is `face`. */
  readonly label: string;
  readonly face: ReactNode;
  readonly title: string;
  readonly placement: NonNullable<PopoverProps['placement']>;
  /** What the panel holds. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small dialog beside it. The dialog's code comes when the pointer or the focus draws near. */
export function PopoverButton(props: PopoverButtonProps) {
  const { className, label, face, title, placement, children } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button
        ref={button}
        className={className ?? ''}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onHoverStart={prepare}
        onFocus={prepare}
        onPress={() => setIsOpen(!isOpen)}
      >
        {face}
      </Button>
      {isOpen && (
        <Later>
          <PopoverPanel triggerRef={button} title={title} placement={placement} onClose={close}>
            {children(close)}
          </PopoverPanel>
        </Later>
      )}
    </>
  );
}
