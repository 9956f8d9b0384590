import { addEnglish } from './i18n';
import reopen from './messages/en/reopen.json';

// The English words about pictures that are opened come with the first of them; other languages bring theirs along.
addEnglish({ reopen });
