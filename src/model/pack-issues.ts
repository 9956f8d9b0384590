import type { Issue } from './dataset';

/** The first issues; the others are counted. */
export interface IssueList {
  readonly issues: readonly Issue[];
  readonly count: number;
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
  const note = (issue: Issue) => {
    count += 1;
    if (issues.length < maxIssues) issues.push(issue);
  };
  return {
    issues,
    get count() {
      return count;
    },
    note,
    add: (place, issue) => {
      if (issues.length < maxIssues) note({ ...issue, path: pathOf(place, issue.path) });
      else count += 1;
    },
  };
}
