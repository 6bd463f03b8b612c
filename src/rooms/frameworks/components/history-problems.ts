import { locale, m } from '#base/text.ts';
import { dayInWords } from '#base/time.ts';
import { stepKindName } from '../steps/names/rules.ts';
import { STEP_KINDS } from '../steps/schema.ts';
import type { PastProblem } from '../versions/past/schema.ts';

/** What is wrong with a line of a history, and what to do about it. */
export function problemName({ why, detail }: PastProblem): string {
  if (why === 'order') {
    const [after, next] = detail.split(' ').map((kind) => STEP_KINDS.find((known) => known === kind) ?? 'draft');
    return m.versions_past_problem_order({ after: stepKindName(after ?? 'draft'), next: stepKindName(next ?? 'draft') });
  }
  if (why === 'published') return m.versions_past_problem_published({ date: detail === '' ? '' : dayInWords(detail, locale()) });
  return {
    not_read: m.versions_past_problem_not_read,
    empty: m.versions_past_problem_empty,
    too_long: m.versions_past_problem_too_long,
    header: m.versions_past_problem_header,
    version: () => m.versions_past_problem_version({ detail }),
    kind: () => m.versions_past_problem_kind({ detail }),
    date: () => m.versions_past_problem_date({ detail }),
    link: () => m.versions_past_problem_link({ detail }),
    body: () => m.versions_past_problem_body({ detail }),
    right: () => m.versions_past_problem_right({ detail }),
    future: m.versions_past_problem_future,
    unpublished: m.versions_past_problem_unpublished,
    framework: m.versions_past_problem_framework,
  }[why]();
}
