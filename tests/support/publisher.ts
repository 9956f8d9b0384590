import { expose } from 'comlink';
import type { FontEngine } from '../../src/formats/fonts/font-engine';
import { createFileWriter } from '../../src/io/publish/file-writer';
import {
  createPublisher,
  type Publisher,
  type PublisherParts,
} from '../../src/io/publish/publisher';

/** Sets nothing: a page in tests has no fonts. */
const NO_FONTS: FontEngine = {
  prepare: async () => {},
  measure: (text, { sizePx }) => text.length * sizePx * 0.55,
  runs: () => [],
  outline: () => [],
  subset: () => new Uint8Array(),
  subsetGlyphs: () => new Uint8Array(),
};

/** A publisher whose worker is in the same process, behind a port as a real one is. */
export function createNearPublisher(parts: Partial<PublisherParts> = {}): Publisher {
  return createPublisher({
    createWorker: () => {
      const { port1, port2 } = new MessageChannel();
      expose(createFileWriter({ loadEngine: async () => NO_FONTS }), port2);
      return Object.assign(port1, {
        terminate: () => {
          port1.close();
          port2.close();
        },
      });
    },
    ...parts,
  });
}
