import type { Dataset } from '../../src/model/dataset';
import { openPacked } from '../../src/model/open-packed';
import { createEventPacker, type EventPacker } from '../../src/model/pack-events';
import type { PackResult } from '../../src/model/pack-finish';
import type { PackerOptions } from '../../src/model/pack-store';
import { parseDataset } from '../../src/model/parse-dataset';
import type { Json } from './model-dataset';

export interface Packed extends PackResult {
  readonly dataset: Dataset;
  readonly packer: EventPacker;
}

/** A dataset's file, events and all, packed and opened again. */
export function packedOf(file: Json, options: Partial<PackerOptions> = {}): Packed {
  const { events, ...fields } = file;
  const { dataset: shell } = parseDataset({ ...fields, events: [] });
  if (!shell) throw new Error('no head');
  const packer = createEventPacker({ domains: shell.domains, ...options });
  (events as readonly unknown[]).forEach((event, i) => {
    packer.add(event, i);
  });
  const result = packer.finish(shell);
  return { ...result, packer, dataset: reopened(shell, result) };
}

export function reopened(shell: Dataset, { packed }: Pick<PackResult, 'packed'>): Dataset {
  const { events: _, ...head } = shell;
  return openPacked(head, packed);
}
