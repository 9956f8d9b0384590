import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/model/json-fault';
import { tries } from '../support/tries';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('findJsonFault', () => {
  it('finds a fault just where JSON.parse does', () => {
    const spoilt = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', ',', ']', '{', '\\', '0', 'e', '\n', 't'),
      )
      .map(([text, at, insert]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + insert + text.slice(place + (at % 2));
      });
    fc.assert(
      fc.property(spoilt, (text) => {
        expect(findJsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: tries(2000) },
    );
  });

  it('calls each beginning of a JSON text truncated', () => {
    const text = '{"a": [1.5e-3, true, null, "x\\u00e9\\n"], "b": {}}';
    for (let end = 0; end < text.length; end++) {
      const fault = findJsonFault(text.slice(0, end));
      // "1." and "-" are cut numbers: the fault may be told at their beginning.
      if (fault?.truncated === false) expect(text.slice(0, end)).toMatch(/1\.$|e-?$/);
      expect(fault).toBeDefined();
    }
  });

  it.each([
    ['{"a": 1,\n  "b" 2}', 2, 7],
    ['[1, 2,]', 1, 7],
    ['{"a": 1}\n}', 2, 1],
    ["{'a': 1}", 1, 2],
    ['["a\nb"]', 1, 4],
    ['[NaN]', 1, 2],
    ['["\\x"]', 1, 3],
  ])('places the fault of %j at line %i, column %i', (text, line, column) => {
    expect(findJsonFault(text)).toMatchObject({ line, column, truncated: false });
  });
});
