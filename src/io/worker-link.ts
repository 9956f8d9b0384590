import { type Endpoint, type Remote, wrap } from 'comlink';

/** As much of a worker as is needed; tests give their own. */
export type WorkerLike = Endpoint & { readonly terminate: () => void };

/** With this a question is answered whose worker is no more. */
export class WorkerEnded extends Error {}

export interface WorkerLink<W> {
  /** Rejects once the worker has ended, even if it never answered. */
  ask: <T>(call: (worker: Remote<W>) => Promise<T>) => Promise<T>;
  end: () => void;
  /** Tells that the worker is no more, and whether it died by itself. */
  onEnd: (tell: (diedByItself: boolean) => void) => void;
}

export function connect<W>(worker: WorkerLike): WorkerLink<W> {
  const remote = wrap<W>(worker);
  const waiting = new Set<(reason: Error) => void>();
  const onEnd = new Set<(diedByItself: boolean) => void>();
  let isOver = false;
  const finish = (diedByItself: boolean) => {
    if (isOver) return;
    isOver = true;
    worker.terminate();
    for (const reject of waiting) reject(new WorkerEnded());
    for (const tell of onEnd) tell(diedByItself);
  };
  const die = () => {
    finish(true);
  };
  worker.addEventListener('error', die);
  worker.addEventListener('messageerror', die);
  return {
    ask: (call) =>
      new Promise((resolve, reject) => {
        if (isOver) throw new WorkerEnded();
        waiting.add(reject);
        void call(remote)
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      }),
    end: () => {
      finish(false);
    },
    onEnd: (tell) => onEnd.add(tell),
  };
}
