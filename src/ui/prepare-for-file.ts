import { prepareLargeWorker } from '../io/large/early-worker';
import { loadLaterMessages } from './i18n';

let isPrepared = false;

/** Brings, once, what a file of the reader's own needs while it is still being chosen or dragged. */
export function prepareForFile(): void {
  if (isPrepared) return;
  isPrepared = true;
  prepareLargeWorker();
  const codes = [
    import('../io/load-file'),
    import('../model/open-packed'),
    import('./timeline/large-picture'),
    loadLaterMessages(),
  ];
  // What did not come is asked for again when the file is there.
  for (const code of codes) code.catch(() => undefined);
}
