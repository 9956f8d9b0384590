import { expose, transfer } from 'comlink';
import { openPacked } from '../../model/open-packed';
import type { PackedEvents } from '../../model/packed-events';
import { createEarlyFetch } from './early-fetch';
import { createFactsService, type FactsService } from './facts-service';
import { openLarge } from './open-large';
import { createPlaceService } from './place-service';
import type { LargeWorker, OpenedLarge } from './protocol';
import { createTenorService } from './tenor-service';

type TenorCalls = 'tenor' | 'tenorMakeup' | 'tenorLow';
type Services = FactsService &
  Pick<LargeWorker, 'place' | 'write' | TenorCalls> & { readonly forget: () => void };

/** Named by the page's address, it has the file on its way before the page asks. */
const fetchOnce = createEarlyFetch(self.name, (...args) => fetch(...args));

let services: Services | undefined;
let isRehearsed = false;
/** After the first names. */
const REHEARSE_AFTER_MS = 400;
/** Names are asked for tile after tile; what was read for them is of no more use once a zoom is over. */
const FORGET_AFTER_MS = 800;
let forgetTimer: ReturnType<typeof setTimeout> | undefined;

const worker: LargeWorker = {
  open: async (request, onProgress) => {
    const opened = await openLarge(request, {
      fetch: fetchOnce,
      nowMs: () => performance.now(),
      onProgress,
    });
    if (!opened.ok) return opened;
    services = createServices(opened);
    return request.canShare ? opened : sent(opened);
  },
  facts: (request) => {
    if (!isRehearsed) setTimeout(() => services?.rehearse(request.asOfDay), REHEARSE_AFTER_MS);
    isRehearsed = true;
    return ready().facts(request);
  },
  years: (request) => ready().years(request),
  find: (asOfDay, text, calendar) => ready().find(asOfDay, text, calendar),
  place: (request) => {
    clearTimeout(forgetTimer);
    forgetTimer = setTimeout(() => services?.forget(), FORGET_AFTER_MS);
    return ready().place(request);
  },
  write: (ownViews) => ready().write(ownViews),
  tenor: (request) => ready().tenor(request),
  tenorMakeup: (request) => ready().tenorMakeup(request),
  tenorLow: (request) => ready().tenorLow(request),
};

expose(worker);

function ready(): Services {
  if (!services) throw new Error('No dataset is open');
  return services;
}

type Opened = OpenedLarge & { ok: true };

function createServices({ head, packed }: Opened): Services {
  const dataset = openPacked(head, packed);
  const { place, forget } = createPlaceService(dataset);
  return {
    ...createFactsService(dataset),
    ...createTenorService(dataset),
    place,
    forget: () => {
      forget();
      dataset.events.forget?.();
    },
    write: async (ownViews) => {
      const { writeLines } = await import('./write-lines');
      return writeLines(dataset, ownViews, pause);
    },
  };
}

/** Until the calls that wait have been answered. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Columns that can't be shared are copied here, so that the page is not held up while it takes them. */
function sent(opened: Opened): Opened {
  const packed = structuredClone(opened.packed);
  return transfer({ ...opened, packed }, buffersOf(packed));
}

function buffersOf(packed: PackedEvents): ArrayBuffer[] {
  const columns = Object.values(packed).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
      ? Object.values(value)
      : value,
  );
  const buffers = columns.flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : []));
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
