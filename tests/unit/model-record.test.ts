import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEventTable } from '../../src/model/create-event-table';
import { parseDatasetText } from '../../src/model/parse-dataset';
import { parseIsoDay } from '../../src/time/day';
import { statesOf } from '../support/states-of';

const files = readdirSync('data').filter((name) => name.endsWith('.json'));

describe('the bundled datasets', () => {
  it.each(files)('%s reads without an issue', (name) => {
    const { dataset, issues } = parseDatasetText(readFileSync(`data/${name}`, 'utf8'));
    expect(issues).toEqual([]);
    expect(dataset?.id).toBe(name.replace('.json', ''));
  });

  it('hold what the record of Japan and the United States is said to hold', () => {
    const { dataset } = parseDatasetText(readFileSync('data/japan-us.json', 'utf8'));
    expect(dataset?.events).toHaveLength(342);
    expect(dataset?.actors.size).toBe(357);
    expect(dataset?.sources.size).toBe(534);
    expect(dataset?.views[0]?.asOfDay).toBe(parseIsoDay('2023-06-12'));
    expect(dataset && [...dataset.events].flatMap(({ states }) => states)).toHaveLength(342 + 144);
  });

  it('stand, in their first view, with Hiroshima behind and Vilnius ahead', () => {
    const { dataset } = parseDatasetText(readFileSync('data/japan-us.json', 'utf8'));
    if (!dataset) throw new Error('no dataset');
    const table = createEventTable(dataset, parseIsoDay('2023-06-12') ?? 0);
    const status = (word: string) => statesOf(table).find(({ id }) => id.includes(word))?.status;
    expect(status('hiroshima-summit')).toBe('happened');
    expect(status('vilnius')).toBe('scheduled');
  });
});
