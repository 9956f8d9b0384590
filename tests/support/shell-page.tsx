import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { Dataset } from '../../src/model/dataset';
import { parseDataset } from '../../src/model/parse-dataset';
import type { Language } from '../../src/state/state';
import { type AppStore, createAppStore } from '../../src/state/store';
import { EMPTY_URL } from '../../src/state/url-codec';
import { parseIsoDay } from '../../src/time/day';
import { AppStoreProvider } from '../../src/ui/app-store';
import { startMessages } from '../../src/ui/i18n';

export const day = (iso: string): number => parseIsoDay(iso)!;

const PLAIN = { parties: ['JP', 'US'], kind: 'meeting', domains: ['diplomacy'] };

/** Five events of 2023 over three domains, one of them ahead on 1 June, and people under a government. */
const FILE = {
  format: 'entente/1',
  id: 'small',
  title: { en: 'A small record', ja: '小さな記録' },
  parties: ['JP', 'US'],
  languages: ['en', 'ja'],
  recordedThrough: '2023-12-31',
  actors: [
    {
      id: 'gov',
      name: { en: 'Government of Japan', ja: '日本政府' },
      kind: 'government',
      party: 'JP',
    },
    { id: 'mod', name: 'Ministry', kind: 'government', party: 'JP', memberOf: ['gov'] },
    { id: 'ann', name: { en: 'Ann Abe', ja: '安部アン' }, kind: 'person', party: 'JP' },
    { id: 'bob', name: 'Bob Baker', kind: 'person', party: 'US' },
  ],
  events: [
    {
      ...PLAIN,
      id: 'jan',
      title: 'January talks',
      date: '2023-01-10',
      actors: ['ann'],
      tags: ['chips'],
    },
    {
      ...PLAIN,
      id: 'feb',
      title: 'February deal',
      date: '2023-02-10',
      kind: 'agreement',
      domains: ['economy'],
      importance: 5,
      actors: ['gov'],
    },
    {
      ...PLAIN,
      id: 'mar',
      title: 'March drill',
      date: '2023-03-10',
      kind: 'exercise',
      domains: ['security'],
      importance: 1,
      actors: ['bob'],
    },
    {
      ...PLAIN,
      id: 'apr',
      title: 'April drill',
      date: '2023-04-10',
      kind: 'exercise',
      domains: ['security'],
      actors: ['bob', 'ann'],
    },
    {
      ...PLAIN,
      id: 'sep',
      title: 'September plan',
      date: '2023-09-10',
      status: 'scheduled',
      kind: 'plan',
      domains: ['security'],
    },
  ],
  views: [
    {
      id: 'year',
      title: { en: 'The whole year', ja: '一年' },
      from: '2023-01-01',
      to: '2023-12-31',
      asOf: '2023-06-01',
    },
    { id: 'spring', title: 'Spring', from: '2023-03-01', to: '2023-05-31' },
  ],
};

export interface ShellPage {
  readonly store: AppStore;
  readonly user: ReturnType<typeof userEvent.setup>;
}

/** Shows a part of the page over the small record, or another record, opened at its first view (all of 2023 as of 1 June 2023). */
export function openShellPage(
  part: ReactNode,
  { language = 'en', dataset = smallDataset() }: { language?: Language; dataset?: Dataset } = {},
): ShellPage {
  startMessages(language);
  const store = createAppStore({
    today: day('2024-01-01'),
    language,
    theme: 'light',
    opening: EMPTY_URL,
  });
  store.getState().finishLoading({ dataset, address: 'small', issues: [] });
  const user = userEvent.setup({ delay: null });
  act(() => {
    render(<AppStoreProvider store={store}>{part}</AppStoreProvider>);
  });
  return { store, user };
}

function smallDataset(): Dataset {
  const { dataset, issues } = parseDataset(FILE);
  if (!dataset) throw new Error(JSON.stringify(issues));
  return dataset;
}
