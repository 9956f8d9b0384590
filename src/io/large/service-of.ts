import type { Dataset } from '../../model/dataset';
import type { LargeWorker } from './protocol';

/**
 * What the worker behind a large dataset answers. A call rejects once the service is closed or its worker has died, so
 * that nobody waits for ever.
 */
export type LargeService = Omit<LargeWorker, 'open'> & {
  readonly close: () => void;
};

const services = new WeakMap<Dataset, LargeService>();

/** Undefined for a small dataset, and for one whose worker is gone. */
export function serviceOf(dataset: Dataset): LargeService | undefined {
  return services.get(dataset);
}

export function setService(dataset: Dataset, service: LargeService | undefined): void {
  if (service) services.set(dataset, service);
  else services.delete(dataset);
}
