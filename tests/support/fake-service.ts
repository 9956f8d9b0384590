import type { LargeService } from '../../src/io/large/service-of';

const unasked = () => Promise.reject(new Error('not asked here'));

/** A large dataset's worker that is there for what is given, and fails at all else. */
export function fakeService(given: Partial<LargeService> = {}): LargeService {
  return {
    facts: unasked,
    years: unasked,
    find: unasked,
    place: unasked,
    write: unasked,
    tenor: unasked,
    tenorMakeup: unasked,
    tenorLow: unasked,
    close: () => undefined,
    ...given,
  };
}
