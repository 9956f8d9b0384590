import { useTranslation } from 'react-i18next';
import type { Domain, EventState } from '../../model/dataset';
import { textOther } from '../../model/text';
import type { Language } from '../../state/state';
import { MarkIcon } from '../MarkIcon';
import styles from './DetailPanel.module.css';
import { DetailToolbar, type DetailToolbarProps } from './DetailToolbar';
import { LangText } from './LangText';

const TONES = [styles.toneFirst, styles.toneSecond, styles.toneThird, styles.toneFourth];

interface DetailHeaderProps {
  readonly state: EventState;
  readonly domain: Domain | undefined;
  readonly domainIndex: number;
  readonly language: Language;
  readonly toolbar: DetailToolbarProps;
}

/** Domain, kind, the panel's buttons, and the title in both languages. The heading can be focused from code. */
export function DetailHeader(props: DetailHeaderProps) {
  const { state, domain, domainIndex, language, toolbar } = props;
  const { t } = useTranslation('detail');
  const other = textOther(state.title, language);
  return (
    <>
      <div className={styles.topLine}>
        <p className={styles.domainLine}>
          <MarkIcon domainIndex={domainIndex} importance={3} sizePx={14} />
          {domain && (
            <LangText
              text={domain.name}
              language={language}
              className={TONES[Math.min(domainIndex, TONES.length - 1)]}
            />
          )}
          <span className={styles.kind}>{t(`vocabulary:kinds.${state.kind}`)}</span>
        </p>
        <DetailToolbar {...toolbar} event={state} />
      </div>
      <header className={styles.header}>
        <h2 className={styles.title} tabIndex={-1} data-detail-heading="">
          <LangText text={state.title} language={language} />
        </h2>
        {other && (
          <p className={styles.otherTitle} lang={other.lang}>
            {other.text}
          </p>
        )}
      </header>
    </>
  );
}
