import { addEnglish } from './i18n';
import changes from './messages/en/changes.json';
import ledger from './messages/en/ledger.json';

// The English words of changes and of the ledger come with the first part that shows them; other languages bring theirs along.
addEnglish({ changes, ledger });
