import { FormatSection } from './FormatSection';
import { IncludeSection } from './IncludeSection';
import { PageSection } from './PageSection';
import { RangeSection } from './RangeSection';
import styles from './Settings.module.css';
import type { Export } from './use-export';
import { WordsSection } from './WordsSection';

/** All that can be chosen, from what matters most to what most readers leave as it is. */
export function Settings(props: Export) {
  const { choices, range, setRange } = props;
  const isPictures = choices.kind === 'pictures';
  return (
    <div className={styles.settings}>
      <FormatSection {...props} />
      <RangeSection range={range} onChange={setRange} hasViews={isPictures} />
      {isPictures && (
        <>
          <PageSection {...props} />
          <WordsSection {...props} />
          <IncludeSection {...props} />
        </>
      )}
    </div>
  );
}
