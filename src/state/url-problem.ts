import type { Notice, UrlProblem, UrlProblemKind } from './state';

const MAX_FOUND = 80;

export function createProblem(kind: UrlProblemKind, parameter: string, found: string): UrlProblem {
  const short = found.length > MAX_FOUND ? `${found.slice(0, MAX_FOUND - 1)}…` : found;
  return { kind, parameter: parameter.slice(0, MAX_FOUND), found: short };
}

/** The notice that says which part of the address was ignored. */
export function noticeOfProblem(problem: UrlProblem): Notice {
  const { kind, parameter, found } = problem;
  return {
    id: `url:${kind}:${parameter}:${found}`,
    severity: 'warning',
    message: { key: `notices:url.${kind}`, values: { parameter, found } },
  };
}
