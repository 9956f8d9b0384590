import type { Command } from './command';
import { DATA_FORMATS } from './data-formats';
import { RENDER_OPTIONS } from './render-options';
import { VIEW_OPTIONS } from './view-options';

/** All commands, in the order of the help. What one does is loaded when it is run. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    operands: 'FILE…',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    options: [{ name: 'strict' }, { name: 'format', value: 'FORMAT', choices: ['text', 'json'] }],
    examples: ['data/japan-us.json', '--format json --strict events.ndjson'],
    run: async (call) => (await import('./check')).check(call),
  },
  {
    name: 'convert',
    operands: 'IN',
    least: 1,
    most: 1,
    options: [
      { name: 'format', value: 'FORMAT', choices: DATA_FORMATS },
      { name: 'out', short: 'o', value: 'FILE' },
      ...VIEW_OPTIONS.map((option) =>
        option.name === 'to' ? { ...option, value: 'DAY|FORMAT', repeats: true } : option,
      ),
      { name: 'app', value: 'ADDRESS' },
      { name: 'bom' },
    ],
    examples: [
      'data/japan-us.json --from 2023-01-01 --to 2023-06-30 --format csv --out events.csv',
      'data/japan-us.json --domains security --status scheduled,expected --to csv',
    ],
    run: async (call) => (await import('./convert')).convert(call),
  },
  {
    name: 'render',
    operands: 'IN',
    least: 1,
    most: 1,
    options: RENDER_OPTIONS,
    examples: [
      'data/japan-us.json --from 2023-01-01 --to 2023-06-30 --domains security --size slide --format svg,png,pdf,pptx --out briefing',
      'data/japan-us.json --from 2023-01-01 --to 2023-12-31 --size a4 --format png --dpi 300 --lang ja',
      'data/japan-us.json --from 2023-05-01 --to 2023-05-31 --size 1200x800px --out may.svg',
      'data/japan-us.json --layout columns --include tenor --format pdf --out decades.pdf',
    ],
    run: async (call) => (await import('./render')).render(call),
  },
];
