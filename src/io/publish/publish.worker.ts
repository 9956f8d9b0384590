import { expose } from 'comlink';
import { createFileWriter } from './file-writer';

expose(createFileWriter());
