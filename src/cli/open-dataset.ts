import type { Dataset } from '../model/dataset';
import { noticeOfFaults } from '../state/notices';
import { faultWords } from '../ui/notices/fault-words';
import type { Call } from './command';
import { failureWords } from './failure-words';
import { tell } from './host';
import { openFile } from './open-file';

/** The dataset that a command is given, its faults told; undefined where there is none in the file, which is told too. */
export async function openDataset({ operands, t, host }: Call): Promise<Dataset | undefined> {
  const [file = ''] = operands;
  const loaded = await openFile(file, t);
  if (!loaded.ok) {
    const [first] = 'issues' in loaded.failure ? loaded.failure.issues : [];
    const fault = first ? ` ${t('notices:firstFault', { ...faultWords(first, t) })}` : '';
    tell(host, failureWords(loaded.failure, file, t) + fault);
    return undefined;
  }
  const notice = noticeOfFaults(loaded.issues, loaded);
  if (notice) {
    const { key, values } = notice.message;
    tell(host, t('cli:faults', { file, faults: t(key, { ...values }) }));
  }
  return loaded.dataset;
}
