import { datasetOf, type Json } from './model-dataset';

/** A few events with one of most things that files of data have to tell. */
export const PUBLISHABLE: Json = {
  id: 'made-up',
  title: { en: 'A made-up relation', ja: '架空の関係' },
  recordedThrough: '2023-12-31',
  note: 'a field of the writer’s own',
  actors: [
    { id: 'cabinet', name: { en: 'Cabinet', ja: '内閣' }, kind: 'government', party: 'JP' },
    {
      id: 'abe',
      name: { en: 'Ann Abe', ja: '安部アン' },
      kind: 'person',
      party: 'JP',
      memberOf: ['cabinet'],
    },
    { id: 'bystander', name: 'Bystander', kind: 'person' },
  ],
  sources: [
    {
      id: 'readout',
      title: 'Readout: 50% & “more” {draft}',
      publisher: 'Ministry',
      url: 'https://example.org/read out?a=1&b={2}',
      published: '2023-05-20',
      kind: 'official',
      language: 'en',
    },
    {
      id: 'morning-paper',
      title: { en: 'Foreign minister: drill in summer', ja: '外相「演習は夏」' },
      publisher: { en: 'Morning Paper', ja: '朝の新聞' },
      published: '2023-05~',
      kind: 'news',
      language: 'ja',
    },
    { id: 'unused', title: 'Unused', publisher: 'Nobody' },
  ],
  events: [
    {
      id: 'ministers-call',
      title: { en: 'Ministers speak, "frankly"; by telephone', ja: '外相、率直に電話会談' },
      summary: { en: 'They spoke for an hour.\nNothing was agreed.', ja: '会談は1時間に及んだ。' },
      date: '2023-05-19',
      time: '20:30',
      place: {
        name: { en: 'Washington, D.C.', ja: 'ワシントン' },
        country: 'US',
        lat: 38.9,
        lon: -77.04,
        timeZone: 'America/New_York',
      },
      domains: ['diplomacy', 'security'],
      kind: 'meeting',
      parties: ['JP', 'US'],
      actors: ['abe'],
      importance: 2,
      tenor: 1,
      links: [
        { to: 'joint-drill', rel: 'prepares' },
        { to: 'pact', rel: 'follows' },
      ],
      sources: ['readout', 'morning-paper'],
      tags: ['telephone'],
      revisions: [{ known: '2023-05-12', status: 'expected', date: '2023-05' }],
    },
    {
      id: 'joint-drill',
      title: { en: 'Joint drill', ja: '共同訓練' },
      date: '2023-07/2023-08~',
      domains: ['security'],
      kind: 'exercise',
      parties: ['JP', 'US'],
      status: 'cancelled',
      known: '2023-09-01',
      sources: ['morning-paper'],
      revisions: [{ known: '2023-05-19', status: 'expected', date: '2023-21' }],
    },
    {
      id: 'talks',
      title: { en: 'Talks on trade go on', ja: '通商協議が続く' },
      date: '2023-03-16/..',
      domains: ['economy'],
      kind: 'period',
      parties: ['JP', 'US'],
      status: 'under-way',
      tenor: -1,
      colour: 'red',
    },
    {
      id: 'plant',
      title: { en: 'Plant to open', ja: '工場開業へ' },
      date: '2025',
      domains: ['economy'],
      kind: 'plan',
      parties: ['JP'],
      status: 'possible',
    },
    {
      id: 'pact',
      title: { en: '=Old pact', ja: '古い協定' },
      date: '1951-09-08',
      domains: ['security'],
      kind: 'agreement',
      parties: ['JP', 'US'],
      actors: ['bystander'],
    },
  ],
  views: [
    { id: 'spring', title: 'Spring', from: '2023-03-01', to: '2023-06-30', event: 'talks' },
    { id: 'old', title: 'Old', from: '1951-01-01', to: '1951-12-31', event: 'pact' },
  ],
};

export function publishableRecord() {
  return datasetOf(PUBLISHABLE);
}
