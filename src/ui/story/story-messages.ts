import { addEnglish } from '../i18n';
import story from '../messages/en/story.json';

// The English words of views come with the first part that shows them; other languages bring theirs along.
addEnglish({ story });
