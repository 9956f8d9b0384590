import fc from 'fast-check';
import { tries } from './tries';

// Properties that don't say how many cases they are tried with.
fc.configureGlobal({ numRuns: tries(100) });
