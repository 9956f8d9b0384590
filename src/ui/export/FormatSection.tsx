import { useTranslation } from 'react-i18next';
import { CheckLine } from './CheckLine';
import { Choice } from './Choice';
import { DATA_FORMATS, PICTURE_FORMATS, SCALES, type Scale } from './export-choices';
import { Section } from './Section';
import styles from './Settings.module.css';
import type { Export } from './use-export';

const KINDS = ['pictures', 'data'] as const;
const LETTERS = ['fonts', 'outlines'] as const;

type Parts = Pick<Export, 'choices' | 'change'>;

/** Pictures or data, the format of the file, and what is to be said of that format alone. */
export function FormatSection({ choices, change }: Parts) {
  const { t } = useTranslation('export');
  return (
    <Section title={t('format.title')}>
      <Choice
        label={t('format.kind')}
        hidesLabel
        look="wide"
        value={choices.kind}
        onChange={(kind) => change({ kind })}
        options={KINDS.map((value) => ({ value, name: t(`format.${value}`) }))}
      />
      {choices.kind === 'pictures' ? (
        <PictureFormats choices={choices} change={change} />
      ) : (
        <DataFormats choices={choices} change={change} />
      )}
    </Section>
  );
}

function PictureFormats({ choices, change }: Parts) {
  const { t } = useTranslation('export');
  const { picture, scale, letters, canReopen } = choices;
  return (
    <>
      <Choice
        label={t('format.file')}
        hidesLabel
        look="wide"
        value={picture}
        onChange={(next) => change({ picture: next })}
        options={PICTURE_FORMATS.map((value) => ({ value, name: t(`format.${value}`) }))}
      />
      {picture === 'png' && (
        <Choice
          label={t('scale')}
          value={String(scale)}
          onChange={(chosen) => change({ scale: scaleOf(chosen) })}
          options={SCALES.map((each) => ({
            value: String(each),
            name: t('scaleOf', { scale: each }),
          }))}
        />
      )}
      {picture === 'svg' && (
        <Choice
          label={t('letters.title')}
          value={letters}
          onChange={(next) => change({ letters: next })}
          options={LETTERS.map((value) => ({ value, name: t(`letters.${value}`) }))}
        />
      )}
      <p className={styles.hint}>{t(`format.hints.${picture}`)}</p>
      {picture !== 'pptx' && (
        <CheckLine isOn={canReopen} onChange={(isOn) => change({ canReopen: isOn })}>
          {t('canReopen')}
        </CheckLine>
      )}
    </>
  );
}

function scaleOf(text: string): Scale {
  return SCALES.find((scale) => String(scale) === text) ?? 2;
}

function DataFormats({ choices, change }: Parts) {
  const { t } = useTranslation('export');
  const { data, withBom } = choices;
  return (
    <>
      <Choice
        label={t('format.file')}
        hidesLabel
        look="chips"
        value={data}
        onChange={(next) => change({ data: next })}
        options={DATA_FORMATS.map((value) => ({ value, name: t(`format.${value}`) }))}
      />
      <p className={styles.hint}>{t(`format.hints.${data}`)}</p>
      {data === 'csv' && (
        <CheckLine isOn={withBom} onChange={(isOn) => change({ withBom: isOn })}>
          {t('withBom')}
        </CheckLine>
      )}
    </>
  );
}
