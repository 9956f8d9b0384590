import { useTranslation } from 'react-i18next';
import { hasTimes } from '../../model/calendar';
import { capitalOf } from '../../model/capitals';
import { useAppState } from '../app-store';
import controls from './controls.module.css';
import { useWords } from './names';
import styles from './Preferences.module.css';
import { Segments } from './Segments';

/** No party has such a code. */
const PLACE = 'place';

/** By which calendar events with a time of day are told; nothing where the dataset has none. */
export function CalendarChoice() {
  const { t } = useTranslation('shell');
  const { run } = useWords();
  const dataset = useAppState((state) => state.dataset);
  const calendar = useAppState((state) => state.calendar);
  const setCalendar = useAppState((state) => state.setCalendar);
  const parties = dataset && hasTimes(dataset) ? dataset.parties.filter(capitalOf) : [];
  if (parties.length === 0) return null;
  const runOf = (option: string) => {
    const capital = capitalOf(option);
    return capital ? run(capital.name) : { text: t('preferences.place'), lang: undefined };
  };
  const label = t('preferences.calendar');
  return (
    <div>
      <span className={controls.label}>{label}</span>
      <Segments
        label={label}
        options={[PLACE, ...parties]}
        value={calendar ?? PLACE}
        onChange={(option) => {
          setCalendar(option === PLACE ? undefined : option);
        }}
        nameOf={(option) => runOf(option).text}
        langOf={(option) => runOf(option).lang}
      />
      <p className={styles.hint}>{t('preferences.calendarHint')}</p>
    </div>
  );
}
