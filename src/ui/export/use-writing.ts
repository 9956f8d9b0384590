import { useCallback, useEffect, useRef, useState } from 'react';
import { beginBusy } from '../../io/document-signals';
import { PublishError, type PublishFault } from '../../io/publish/publisher';
import { saveFile } from '../../io/save-file';
import { share as passOn } from '../../io/share';

/** `room`: the browser has none for the file. */
export type WritingFault = Exclude<PublishFault, 'aborted'> | 'room' | 'clipboard' | 'words';

export type Writing =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'writing';
      readonly done: number;
      readonly count: number;
      /** It has gone on for so long that a reader may want to stop it. */
      readonly isLong: boolean;
    }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'copied' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly fault: WritingFault };

/** From then on progress and a way to stop are shown. */
const LONG_MS = 1000;

export interface WriteSteps {
  readonly signal: AbortSignal;
  /** Tells how much is done of the count that `begin` was given. */
  readonly onDone: (done: number) => void;
}

export interface MadeFile {
  readonly blob: Blob;
  readonly name: string;
}

const IDLE: Writing = { kind: 'idle' };

/**
 * One file at a time: how far it is, how it went, and how to stop it. How it went is told until anything of what it was
 * made from changes.
 */
export function useWriting(...madeFrom: readonly unknown[]) {
  const [writing, setWriting] = useState<Writing>(IDLE);
  const [toldOf, setToldOf] = useState(madeFrom);
  if (madeFrom.some((each, i) => each !== toldOf[i])) {
    setToldOf(madeFrom);
    if (writing.kind !== 'writing') setWriting(IDLE);
  }
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const run = useCallback(
    async (count: number, job: (steps: WriteSteps) => Promise<Writing>): Promise<void> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const isCurrent = () => running.current === controller;
      const update = (change: (before: Writing) => Writing) => {
        if (isCurrent()) setWriting(change);
      };
      const endBusy = beginBusy();
      setWriting({ kind: 'writing', done: 0, count, isLong: false });
      const timer = setTimeout(() => {
        update((before) => (before.kind === 'writing' ? { ...before, isLong: true } : before));
      }, LONG_MS);
      const onDone = (done: number) => {
        update((before) => (before.kind === 'writing' ? { ...before, done } : before));
      };
      let after: Writing;
      try {
        after = await job({ signal: controller.signal, onDone });
      } catch (error) {
        after = afterFault(error, controller.signal);
      }
      clearTimeout(timer);
      endBusy();
      update(() => after);
    },
    [],
  );
  const save = useCallback(
    (count: number, make: (steps: WriteSteps) => Promise<MadeFile>) =>
      run(count, async (steps) => {
        const { blob, name } = await make(steps);
        steps.signal.throwIfAborted();
        saveFile(blob, name);
        return { kind: 'saved', name };
      }),
    [run],
  );
  /** What the system does not pass on is saved. */
  const share = useCallback(
    (count: number, make: (steps: WriteSteps) => Promise<MadeFile>) =>
      run(count, async (steps) => {
        const { blob, name } = await make(steps);
        steps.signal.throwIfAborted();
        const files = [new File([blob], name, { type: blob.type })];
        if ((await passOn({ files })) !== 'refused') return { kind: 'idle' };
        saveFile(blob, name);
        return { kind: 'saved', name };
      }),
    [run],
  );
  return { writing, run, save, share, stop };
}

function afterFault(error: unknown, signal: AbortSignal): Writing {
  if (signal.aborted) return { kind: 'stopped' };
  if (error instanceof PublishError && error.fault !== 'aborted')
    return { kind: 'failed', fault: error.fault };
  // What else fails is the making of the file out of its bytes.
  return { kind: 'failed', fault: 'room' };
}
