import fc from 'fast-check';
import { afterAll } from 'vitest';
import { SEED, tries } from './tries';
import { takeAsked, watchZone } from './zone-watch';

// Properties that don't say how many cases they are tried with.
fc.configureGlobal({ numRuns: tries(100), ...(SEED !== undefined && { seed: SEED }) });

watchZone();

/** Who may ask for the machine's time zone. None of them keeps what it learned from one test file for another. */
const MAY_ASK: ReadonlySet<string> = new Set([
  // A zip file tells times of day without a zone.
  'src/formats/pptx/parts.ts',
  'src/io/publish/zip-files.ts',
  'fflate',
  // Only tests read by these.
  'ical.js',
  'jsdom',
  'pdfjs-dist',
]);

afterAll(() => {
  const asked = takeAsked();
  if (asked.size === 0) return;
  const others = [...asked].filter(([who]) => !who.startsWith('tests/') && !MAY_ASK.has(who));
  if (others.length > 0) throw new Error(`Asks for the time zone of the machine: ${words(others)}`);
});

function words(asked: readonly (readonly [string, string])[]): string {
  return asked.map(([who, how]) => `${who} (${how})`).join(', ');
}
