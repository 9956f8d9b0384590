import type { Issue } from './dataset';

/** The first issues; the others are counted. */
export interface IssueList {
  readonly issues: readonly Issue[];
  readonly count: number;
  /** Those that set something aside. */
  readonly errorCount: number;
  note: (issue: Issue) => void;
  /** An issue whose path begins inside the event that has this number in the file. */
  add: (place: number, issue: Issue) => void;
}

export function createIssueList(
  maxIssues: number,
  pathOf: (place: number, inside: string) => string,
): IssueList {
  const issues: Issue[] = [];
  let count = 0;
  let errorCount = 0;
  const tally = ({ severity }: Issue) => {
    count += 1;
    if (severity === 'error') errorCount += 1;
  };
  const note = (issue: Issue) => {
    tally(issue);
    if (issues.length < maxIssues) issues.push(issue);
  };
  return {
    issues,
    get count() {
      return count;
    },
    get errorCount() {
      return errorCount;
    },
    note,
    add: (place, issue) => {
      if (issues.length < maxIssues) note({ ...issue, path: pathOf(place, issue.path) });
      else tally(issue);
    },
  };
}
