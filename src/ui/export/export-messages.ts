import { addEnglish } from '../i18n';
import exported from '../messages/en/export.json';
import formats from '../messages/en/formats.json';
import '../cadence/cadence-messages';
import '../record-messages';
import '../story/story-messages';
import '../tenor/tenor-messages';

// The English words of exports come with the dialog; other languages bring theirs along.
addEnglish({ export: exported, formats });
