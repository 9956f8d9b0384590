import { addEnglish } from '../i18n';
import tenor from '../messages/en/tenor.json';

// The English words of the tenor come with the first part that shows them; other languages bring theirs along.
addEnglish({ tenor });
