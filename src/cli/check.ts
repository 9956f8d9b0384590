import type { TFunction } from 'i18next';
import type { LoadedDataset } from '../io/load-dataset';
import type { Issue } from '../model/dataset';
import { textIn } from '../model/text';
import type { Lang } from '../time/lang';
import { faultWords } from '../ui/notices/fault-words';
import { type Call, EXIT, type ExitCode } from './command';
import { failureIssues, failureWords } from './failure-words';
import { openFile } from './open-file';
import { withoutControls } from './terminal-text';

/** What is amiss with a file. */
interface Report {
  readonly file: string;
  /** Undefined where the file gave a dataset. */
  readonly failure: string | undefined;
  readonly dataset: { readonly id: string; readonly title: string } | undefined;
  readonly eventCount: number;
  readonly errorCount: number;
  readonly warningCount: number;
  /** Of a large file the first thousand. */
  readonly issues: readonly Issue[];
}

/** Reads files and says what is amiss with them: line by line, or as JSON. */
export async function check({ operands, values, t, host, language }: Call): Promise<ExitCode> {
  const isJson = values.get('format')?.[0] === 'json';
  const reports: Report[] = [];
  for (const file of operands) {
    // One after the other: each may fill the memory.
    // oxlint-disable-next-line no-await-in-loop
    const report = reportOf(file, await openFile(file, t), { t, language });
    reports.push(report);
    if (!isJson) host.stdout.write(textOf(report, t));
  }
  if (isJson) host.stdout.write(jsonOf(reports, t));
  const isStrict = values.has('strict');
  const hasFaults = reports.some(
    ({ errorCount, warningCount }) => errorCount > 0 || (isStrict && warningCount > 0),
  );
  return hasFaults ? EXIT.faults : EXIT.ok;
}

interface Words {
  readonly t: TFunction;
  readonly language: Lang;
}

function reportOf(file: string, loaded: LoadedDataset, { t, language }: Words): Report {
  if (!loaded.ok) {
    const issues = failureIssues(loaded.failure);
    const failure = failureWords(loaded.failure, file, t);
    const { failure: why } = loaded;
    const count = ('issueCount' in why ? why.issueCount : undefined) ?? issues.length;
    const warningCount = issues.length - countErrors(issues);
    const errorCount = Math.max(1, count - warningCount);
    return { file, failure, dataset: undefined, eventCount: 0, errorCount, warningCount, issues };
  }
  const { dataset, issues, issueCount = issues.length } = loaded;
  const { errorCount = countErrors(issues) } = loaded;
  const { id, title } = dataset;
  return {
    file,
    failure: undefined,
    dataset: { id, title: textIn(title, language).text },
    eventCount: dataset.events.length,
    errorCount,
    warningCount: issueCount - errorCount,
    issues,
  };
}

function countErrors(issues: readonly Issue[]): number {
  return issues.filter(({ severity }) => severity === 'error').length;
}

/** A line for each fault, as compilers have it, and one that sums up. */
function textOf(report: Report, t: TFunction): string {
  const { file, failure, issues } = report;
  const lines = issues.map((issue) => issueLine(file, issue, t));
  if (failure !== undefined && issues.length === 0) lines.push(`${file}: ${failure}`);
  return `${[...lines, `${file}: ${summaryOf(report, t)}`].map(withoutControls).join('\n')}\n`;
}

function issueLine(file: string, issue: Issue, t: TFunction): string {
  const words = faultWords(issue, t);
  const fault = t('notices:firstFault', { ...words });
  return t('cli:check.fault', { file, fault, weight: t(`cli:check.${issue.severity}`) });
}

function summaryOf(report: Report, t: TFunction): string {
  const { failure, errorCount, warningCount, eventCount, issues } = report;
  const between = t('cli:between');
  const counts = [
    ...(failure === undefined ? [t('cli:check.events', { count: eventCount })] : []),
    t('cli:check.errors', { count: errorCount }),
    t('cli:check.warnings', { count: warningCount }),
  ].join(between);
  const isAll = issues.length === 0 || issues.length >= errorCount + warningCount;
  const shown = isAll ? '' : t('cli:check.first', { count: issues.length });
  return (failure === undefined ? counts : t('cli:check.noDataset', { counts })) + shown;
}

function jsonOf(reports: readonly Report[], t: TFunction): string {
  const files = reports.map(({ issues, dataset = null, failure = null, ...report }) => ({
    ...report,
    dataset,
    failure,
    issues: issues.map((issue) => {
      const { place, expected, found } = faultWords(issue, t);
      return {
        path: issue.path,
        severity: issue.severity,
        key: issue.expected.key,
        place,
        expected,
        found,
      };
    }),
  }));
  return `${JSON.stringify({ files }, null, 2)}\n`;
}
