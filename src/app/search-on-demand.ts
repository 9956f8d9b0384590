import { serviceOf } from '../io/large/service-of';
import type { Dataset } from '../model/dataset';
import type { Search } from '../query/search';
import { asOfDayOf } from '../state/derive';
import type { AppStore } from '../state/store';
import type { Day } from '../time/day';

export interface SearchOnDemand {
  readonly store: AppStore;
  /** Brings the code, which the first picture can do without. */
  readonly load: () => Promise<{ createSearch: (dataset: Dataset) => Search }>;
  readonly beginBusy: () => () => void;
}

/** What was asked last. */
interface Asked {
  readonly dataset: Dataset;
  /** Undefined where one answer does for all texts and days. */
  readonly text?: string;
  readonly day?: Day;
}

/**
 * Makes a dataset searchable once there is a text to search for: a small one for good, a large one for each text and
 * day anew by its worker, of which only the newest counts. Returns what ends that.
 */
export function startSearchOnDemand({ store, load, beginBusy }: SearchOnDemand): () => void {
  let asked: Asked | undefined;
  const ask = async (question: Asked, answer: () => Promise<Search>) => {
    asked = question;
    const end = beginBusy();
    try {
      const search = await answer();
      if (asked === question) store.getState().setSearch(question.dataset, search);
    } catch {
      // The code or the answer did not come; the next text tries again.
      if (asked === question) asked = undefined;
    }
    end();
  };
  const look = () => {
    const state = store.getState();
    const { dataset, search } = state;
    const { text } = state.filter;
    if (!dataset || text.trim() === '') return;
    const service = serviceOf(dataset);
    if (service) {
      const day = asOfDayOf(state);
      if (asked?.dataset === dataset && asked.text === text && asked.day === day) return;
      void ask({ dataset, text, day }, async () =>
        answerOf(text, day, await service.find(day, text)),
      );
    } else if (!dataset.packed && !search && asked?.dataset !== dataset) {
      void ask({ dataset }, async () => (await load()).createSearch(dataset));
    }
  };
  look();
  return store.subscribe(look);
}

/** A search that knows one answer. */
function answerOf(text: string, day: Day, rows: Uint8Array): Search {
  return {
    find: (table, wanted) => (wanted === text && table.asOfDay === day ? rows : undefined),
  };
}
