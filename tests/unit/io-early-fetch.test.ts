import { describe, expect, it, vi } from 'vitest';
import { createEarlyFetch } from '../../src/io/large/early-fetch';

const OWN = 'https://own.example/many.ndjson';
const OTHER = 'https://own.example/other.ndjson';

function fakeFetch() {
  return vi.fn<typeof fetch>((url) => Promise.resolve(new Response(JSON.stringify(url))));
}

describe('a file that is asked for before the page asks', () => {
  it('is fetched once, and again for whom asks a second time', async () => {
    const fetched = fakeFetch();
    const early = createEarlyFetch(OWN, fetched);
    expect(fetched.mock.calls.map(([url]) => url)).toEqual([OWN]);
    expect(await (await early(OWN)).json()).toBe(OWN);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(await (await early(OWN)).json()).toBe(OWN);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('is broken off where another is asked for', async () => {
    const fetched = fakeFetch();
    const early = createEarlyFetch(OWN, fetched);
    expect(await (await early(OTHER)).json()).toBe(OTHER);
    expect(fetched.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
  });

  it('tells of a failure whom asks for it', async () => {
    const early = createEarlyFetch(OWN, () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(early(OWN)).rejects.toThrow('Failed to fetch');
  });

  it('is none without an address', () => {
    const fetched = fakeFetch();
    createEarlyFetch('', fetched);
    expect(fetched).not.toHaveBeenCalled();
  });
});
