import { addEnglish } from '../i18n';
import cadence from '../messages/en/cadence.json';

// The English words of the cadence come with the first part that shows them; other languages bring theirs along.
addEnglish({ cadence });
