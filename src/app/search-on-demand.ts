import { serviceOf } from '../io/large/service-of';
import type { Country, Dataset } from '../model/dataset';
import type { Search } from '../query/search';
import { asOfDayOf, deriveCalendar } from '../state/derive';
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
  readonly calendar?: Country | undefined;
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
      const calendar = deriveCalendar(state)?.country;
      const question = { dataset, text, day, calendar };
      if (asked && isSame(asked, question)) return;
      void ask(question, async () => answerOf(question, await service.find(day, text, calendar)));
    } else if (!dataset.packed && !search && asked?.dataset !== dataset) {
      void ask({ dataset }, async () => (await load()).createSearch(dataset));
    }
  };
  look();
  return store.subscribe(look);
}

function isSame(a: Asked, b: Asked): boolean {
  const isOfSameTable = a.dataset === b.dataset && a.day === b.day && a.calendar === b.calendar;
  return isOfSameTable && a.text === b.text;
}

/** A search that knows one answer. */
function answerOf(question: Asked, rows: Uint8Array): Search {
  return {
    find: (table, text) => {
      const { dataset, asOfDay: day, calendar } = table;
      const isMeant = isSame(question, { dataset, text, day, calendar: calendar?.country });
      return isMeant ? rows : undefined;
    },
  };
}
