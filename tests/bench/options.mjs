import { parseArgs } from 'node:util';

export const PARTS = ['record', 'exports', 'large', 'peers'];
const INPUTS = ['ndjson', 'parquet', 'json'];
const RECORD = 'record';

const HELP = `npm run bench -- [options]: times of the built app in a real Chromium, as tables and as .cache/bench.json

  --only PARTS    record: the budgets of the bundled record (first picture, frames, filter)
                  exports: the budgets of files that are saved of it
                  large:  Entente at each size
                  peers:  vis-timeline, timelines-chart and a React + d3 SVG timeline at each size
                  Several with commas; all of them if left out.
  --sizes SIZES   numbers of events, with commas, and "${RECORD}" for the bundled record
                  (default: ${RECORD},2000,20000,200000,1000000)
  --runs N        runs of which the median is told (default: 5)
  --input KIND    what Entente opens: ${INPUTS.join(', ')} (default: ndjson)
  --no-build      measures what was built by the run before
  --help          this text
`;

/** @typedef {{ parts: string[], sizes: (number | 'record')[], runs: number, input: string, isBuilt: boolean }} BenchOptions sizes: the record first, then rising */

/** Reads the command line; on --help or a fault it prints and ends the process. @returns {BenchOptions} */
export function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', default: PARTS.join(',') },
        sizes: { type: 'string', default: `${RECORD},2000,20000,200000,1000000` },
        runs: { type: 'string', default: '5' },
        input: { type: 'string', default: 'ndjson' },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    return {
      parts: values.only.split(',').map((part) => oneOf(part, PARTS, '--only')),
      sizes: [...new Set(values.sizes.split(',').map(sizeOf))].toSorted(bySize),
      runs: countOf(values.runs, '--runs'),
      input: oneOf(values.input, INPUTS, '--input'),
      isBuilt: values['no-build'],
    };
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

const sizeOf = (text) => (text === RECORD ? RECORD : countOf(text, '--sizes'));
const bySize = (a, b) => (a === RECORD ? 0 : a) - (b === RECORD ? 0 : b);

function oneOf(text, known, option) {
  if (known.includes(text)) return text;
  throw new Error(`${option}: expected one of ${known.join(', ')}, found "${text}"`);
}

function countOf(text, option) {
  const count = Number(text.replaceAll('_', ''));
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`${option}: expected a whole number above 0, found "${text}"`);
}
