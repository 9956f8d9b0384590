import { expose } from 'comlink';
import { createFileWriter } from '../../src/io/publish/file-writer';
import {
  createPublisher,
  type Publisher,
  type PublisherParts,
} from '../../src/io/publish/publisher';

/** A publisher whose worker is in the same process, behind a port as a real one is. */
export function createNearPublisher(parts: Partial<PublisherParts> = {}): Publisher {
  return createPublisher({
    createWorker: () => {
      const { port1, port2 } = new MessageChannel();
      expose(createFileWriter(), port2);
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
