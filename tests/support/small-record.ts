import type { Dataset } from '../../src/model/dataset';
import { parseDataset } from '../../src/model/parse-dataset';

/** Four events of 2023, two views, as a file would hold them. */
export const SMALL_FILE = {
  format: 'entente/1',
  id: 'small',
  title: 'Small',
  parties: ['JP', 'US'],
  recordedThrough: '2023-12-31',
  actors: [
    { id: 'fumio-kishida', name: 'Kishida Fumio', kind: 'person', party: 'JP' },
    { id: 'g7', name: 'G7', kind: 'group' },
  ],
  events: [
    {
      id: 'visit',
      title: 'Kishida visits Washington',
      date: '2023-01-13',
      domains: ['diplomacy'],
      kind: 'visit',
      parties: ['JP', 'US'],
      actors: ['fumio-kishida'],
      importance: 5,
    },
    {
      id: 'hiroshima',
      title: 'G7 at Hiroshima',
      date: '2023-05-19/2023-05-21',
      domains: ['diplomacy', 'security'],
      kind: 'summit',
      parties: ['JP', 'US', 'GB'],
      actors: ['fumio-kishida', 'g7'],
      tags: ['nuclear'],
    },
    {
      id: 'detroit',
      title: 'Ministers meet at Detroit',
      date: '2023-05-27',
      domains: ['economy'],
      kind: 'meeting',
      parties: ['JP', 'US', 'KR'],
    },
    {
      id: 'talks',
      title: 'Talks on chips',
      date: '2023-09-01/..',
      domains: ['economy'],
      kind: 'meeting',
      parties: ['JP', 'US'],
      status: 'under-way',
    },
  ],
  views: [
    { id: 'spring', title: 'Spring', from: '2023-03-01', to: '2023-06-30', asOf: '2023-06-12' },
    {
      id: 'trade',
      title: 'Trade',
      from: '2023-05-01',
      to: '2023-12-31',
      domains: ['economy'],
      event: 'detroit',
    },
  ],
};

export function smallRecord(change: Readonly<Record<string, unknown>> = {}): Dataset {
  const { dataset, issues } = parseDataset({ ...SMALL_FILE, ...change });
  if (!dataset) throw new Error(JSON.stringify(issues));
  return dataset;
}
