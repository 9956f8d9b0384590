import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FilterSheet } from '../../src/ui/filters/FilterSheet';
import { DialogFrame } from '../../src/ui/shell/DialogFrame';
import { stubMedia } from '../support/media';
import { openShellPage } from '../support/shell-page';

/** As Chromium has it, where Back asks the last one that opened to close. */
class Watcher extends EventTarget {
  static readonly open = new Set<Watcher>();
  constructor() {
    super();
    Watcher.open.add(this);
  }
  destroy(): void {
    Watcher.open.delete(this);
  }
  static goBack(): void {
    [...Watcher.open].at(-1)?.dispatchEvent(new Event('close'));
  }
}

beforeEach(() => {
  Watcher.open.clear();
  vi.stubGlobal('CloseWatcher', Watcher);
  stubMedia('(pointer: coarse)');
});

afterEach(() => {
  vi.unstubAllGlobals();
  stubMedia();
});

describe('by touch', () => {
  const showDialog = (onClose: () => void) =>
    openShellPage(
      <DialogFrame title="About" isOpen onClose={onClose}>
        <p>Words</p>
      </DialogFrame>,
    );

  it('Back closes a dialog, and nothing waits for it any more once that is closed', () => {
    const onClose = vi.fn<() => void>();
    showDialog(onClose);
    Watcher.goBack();
    expect(onClose).toHaveBeenCalledTimes(1);
    cleanup();
    expect(Watcher.open.size).toBe(0);
  });

  it('Back is left alone where there are keys, whose Escape closes', () => {
    stubMedia();
    showDialog(() => undefined);
    expect(Watcher.open.size).toBe(0);
  });
});

describe('the sheet of filters', () => {
  /** Pulls the sheet down by its head, a step a frame. */
  const pull = (...places: readonly number[]) => {
    const onClose = vi.fn<() => void>();
    openShellPage(<FilterSheet onClose={onClose} />);
    const head = screen.getByRole('heading', { name: 'Filters' }).parentElement;
    if (!head) throw new Error('The sheet has no head');
    head.setPointerCapture = () => undefined;
    let ms = 0;
    const send = (type: string, clientY: number) => {
      const event = new MouseEvent(type, { bubbles: true, clientY });
      Object.defineProperty(event, 'pointerType', { value: 'touch' });
      Object.defineProperty(event, 'timeStamp', { value: (ms += 100) });
      fireEvent(head, event);
    };
    const [first = 0, ...others] = places;
    send('pointerdown', first);
    for (const y of others) send('pointermove', y);
    send('pointerup', places.at(-1) ?? 0);
    return { onClose, sheet: screen.getByRole('dialog', { name: 'Filters' }).parentElement };
  };

  it('is pulled down and away by its head', () => {
    expect(pull(200, 240, 320).onClose).toHaveBeenCalledTimes(1);
  });

  it('goes back up where it is let go too soon', () => {
    const { onClose, sheet } = pull(200, 230, 260);
    expect(onClose).not.toHaveBeenCalled();
    expect(sheet?.style.translate).toBe('');
  });
});
