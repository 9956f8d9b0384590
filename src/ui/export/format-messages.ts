import { addEnglish } from '../i18n';
import formats from '../messages/en/formats.json';

// The English words of files of data come with what writes them; other languages bring theirs along.
addEnglish({ formats });
