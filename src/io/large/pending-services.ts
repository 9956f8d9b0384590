import type { Dataset } from '../../model/dataset';
import type { LargeWorker } from './protocol';

/** Stands in until the services are written. */
export function createPendingServices(
  _dataset: Dataset,
): Pick<LargeWorker, 'facts' | 'find' | 'place'> {
  return { facts: notYet, find: notYet, place: notYet };
}

function notYet(): Promise<never> {
  return Promise.reject(new Error('Not written yet'));
}
