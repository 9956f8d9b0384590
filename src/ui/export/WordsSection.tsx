import { useId } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import controls from '../shell/controls.module.css';
import { lettersIn, MOST_LETTERS, shortened, type WordField, wordFault } from './export-words';
import { FoldedSection } from './Section';
import styles from './Settings.module.css';
import type { Export } from './use-export';

type Parts = Pick<Export, 'choices' | 'change' | 'words' | 'setWords' | 'presets' | 'range'>;

/** What stands over and under the events. Views of a story have titles of their own. */
export function WordsSection({ choices, change, words, setWords, presets, range }: Parts) {
  const { t } = useTranslation('export');
  const { footer } = choices;
  const isStory = range.kind === 'views';
  const title = words.title ?? presets.title;
  return (
    <FoldedSection
      title={t('words.heading')}
      summary={isStory ? t('words.ofViews') : title.trim() || presets.title}
      isOpen={wordFault({ ...words, footer }) ? true : undefined}
    >
      {!isStory && (
        <>
          <Words
            field="title"
            value={title}
            usual={presets.title}
            onChange={(next) => setWords({ ...words, title: next })}
          />
          <Words
            field="subtitle"
            value={words.subtitle ?? presets.subtitle}
            usual={presets.subtitle}
            onChange={(next) => setWords({ ...words, subtitle: next })}
          />
        </>
      )}
      <Words
        field="footer"
        value={footer}
        usual=""
        onChange={(next) => change({ footer: next ?? '' })}
      />
    </FoldedSection>
  );
}

interface WordsProps {
  readonly field: WordField;
  readonly value: string;
  /** What it is by itself. */
  readonly usual: string;
  /** Undefined goes back to that. */
  readonly onChange: (value: string | undefined) => void;
}

/** Emptied, it goes back to what it began with. */
function Words({ field, value, usual, onChange }: WordsProps) {
  const { t } = useTranslation('export');
  const id = useId();
  const errorId = useId();
  const count = lettersIn(value);
  const most = MOST_LETTERS[field];
  const isLong = count > most;
  return (
    <div>
      <label className={controls.label} htmlFor={id}>
        {t(`words.${field}`)}
      </label>
      <textarea
        id={id}
        className={styles.words}
        rows={field === 'footer' ? 1 : 2}
        value={value}
        aria-invalid={isLong}
        {...(isLong && { 'aria-describedby': errorId })}
        // A line break would be a blank on the page.
        onChange={({ target }) => onChange(target.value.replaceAll(/[\r\n]+/g, ' '))}
        onBlur={() => {
          if (value.trim() === '') onChange(undefined);
        }}
      />
      {isLong && (
        <div>
          <p id={errorId} role="alert" className={controls.error}>
            {t(`problem.${field}`, { count, most })}
          </p>
          <div className={styles.ways}>
            <Button
              className={controls.button ?? ''}
              onPress={() => onChange(shortened(value, field))}
            >
              {t('problem.shorten', { count: most })}
            </Button>
            <Button className={controls.button ?? ''} onPress={() => onChange(undefined)}>
              {usual === '' ? t('problem.leaveEmpty') : t('problem.usual')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
