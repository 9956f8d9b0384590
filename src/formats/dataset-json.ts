import { chooseEvents, chosenValues } from './dataset/chosen-events';
import { chosenHead } from './dataset/chosen-head';
import { asPieces, type RecordExport, statesOf, type TextPieces } from './record-export';

/**
 * The chosen events as a dataset of its own (docs/dataset-format.md), in the order of the file they come from. Events are
 * handed back whole, earlier states, later ones and fields that the format does not know too: read as of the same day, the
 * file tells the same of them. Links to events that are not in it, and whatever its reader would find fault with, are left out.
 */
export function* formatDatasetJson(from: RecordExport): TextPieces {
  const { dataset } = from.table;
  const chosen = yield* asPieces(chooseEvents(dataset, statesOf(from)));
  let before = '{\n';
  for (const [name, value] of Object.entries(chosenHead(from, chosen))) {
    yield `${before}  ${JSON.stringify(name)}: `;
    if (name === 'events') yield* listOf(chosenValues(dataset, chosen));
    else yield indented(value, 2);
    before = ',\n';
  }
  yield '\n}\n';
}

function* listOf(values: Iterable<unknown>): TextPieces {
  let before = '[\n    ';
  for (const value of values) {
    yield before + indented(value, 4);
    before = ',\n    ';
  }
  yield before.startsWith('[') ? '[]' : '\n  ]';
}

function indented(value: unknown, columns: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(columns)}`);
}
