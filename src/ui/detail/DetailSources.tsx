import { useTranslation } from 'react-i18next';
import type { Source } from '../../model/dataset';
import { textIn } from '../../model/text';
import type { Language } from '../../state/state';
import { formatEdtf } from '../../time/date-text';
import { WarningIcon } from './DetailIcons';
import styles from './DetailPanel.module.css';
import { DetailSection } from './DetailSection';
import { LangText } from './LangText';

interface DetailSourcesProps {
  readonly sources: readonly Source[];
  readonly language: Language;
}

export function DetailSources({ sources, language }: DetailSourcesProps) {
  const { t } = useTranslation('detail');
  if (sources.length === 0) {
    return (
      <DetailSection title={t('sources')}>
        <p className={styles.noSource}>
          <WarningIcon />
          <span>
            <strong>{t('noSource')}</strong> {t('noSourceLong')}
          </span>
        </p>
      </DetailSection>
    );
  }
  return (
    <DetailSection
      title={t('sources')}
      aside={<span className={styles.count}>{sources.length}</span>}
    >
      <ol className={styles.sources}>
        {sources.map((source, i) => (
          <li key={source.id} className={styles.source}>
            <span className={styles.number}>{i + 1}</span>
            <SourceText source={source} language={language} />
          </li>
        ))}
      </ol>
    </DetailSection>
  );
}

function SourceText({
  source,
  language,
}: {
  readonly source: Source;
  readonly language: Language;
}) {
  const { t } = useTranslation('detail');
  const title = textIn(source.title, language);
  const titleLang = typeof source.title === 'string' ? source.language : title.lang;
  const publisher = textIn(source.publisher, language).text;
  const date = source.published && formatEdtf(source.published, language, 'long');
  return (
    <p>
      {isWebAddress(source.url) ? (
        <a
          href={source.url}
          target="_blank"
          rel="noopener noreferrer"
          className={styles.sourceTitle}
        >
          <span lang={titleLang}>{title.text}</span>
          <span className="visually-hidden"> {t('newTab')}</span>
        </a>
      ) : (
        <span className={styles.sourceTitle} lang={titleLang}>
          {title.text}
        </span>
      )}
      {t('sourceBreak')}
      <span className={styles.sourceMeta}>
        {date ? (
          t('sourceMeta', { publisher, date })
        ) : (
          <LangText text={source.publisher} language={language} />
        )}
      </span>
    </p>
  );
}

/** The parser lets only such addresses through; a link is made of nothing else whatever happens there. */
function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}
