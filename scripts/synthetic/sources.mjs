const KINDS = /** @type {const} */ (['official', 'news', 'analysis', 'reference']);
const PUBLISHERS = {
  official: ['Office of Synthetic Records', 'Gazette of Aonagi', 'Register of Port Halden'],
  news: ['Minatohara Wire', 'Brightwater Courier', 'Cape Merrow Post', 'Kazemori Daily'],
  analysis: ['Lake Corwin Institute', 'Hoshiura Policy Review'],
  reference: ['Almanac of Made-up Events', 'New Aldham Chronology'],
};

/** Sixty, most often cited first. */
export const SOURCES = Array.from({ length: 60 }, (_, i) => {
  const kind = KINDS[i % 4] ?? 'news';
  const publisher = PUBLISHERS[kind][i % PUBLISHERS[kind].length] ?? '';
  const id = `s-${String(i + 1).padStart(2, '0')}`;
  return {
    id,
    title: `${publisher}, volume ${Math.floor(i / 4) + 1}`,
    publisher,
    url: `https://example.org/synthetic/${id}`,
    kind,
    language: i % 5 === 4 ? 'ja' : 'en',
  };
});
