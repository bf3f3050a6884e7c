import { PromotionColumn } from '../PromotionColumn';
import { ScopePipeline } from '../PromotionScope';
import { isSha } from './compareUrl';
import { parseRemote, Repository } from './parseRemote';

/** Two commits of one repository, or what is missing for that. */
export type CommitRange =
  | {
      state: 'known';
      repository: Repository;
      base: string;
      head: string;
    }
  | { state: 'same'; head: string }
  | { state: 'not-confirmed'; pipeline: string; base: string; head: string }
  | { state: 'no-repository'; base: string; head: string }
  | { state: 'unknown' };

/**
 * What an environment (`to`) has and what it would get from the one before it (`from`), as commits of one repository.
 *
 * @remarks
 * Both remotes have to name one repository: two commits of different ones have nothing between them. A pipeline that only the
 * entity claims may be of anybody, and its repository is read with what the portal may, so that there is no range then.
 */
export function commitRange(
  from: PromotionColumn,
  to: PromotionColumn,
): CommitRange {
  const [base, head] = [to, from].map(({ view }) => view.commit?.sha);
  if (!isSha(base) || !isSha(head)) {
    return { state: 'unknown' };
  }
  if (base === head) {
    return { state: 'same', head };
  }
  const pipelines = [to, from].flatMap(column => pipelineOf(column) ?? []);
  const [a, b] = pipelines.map(item => parseRemote(item.repository?.remote));
  if (!a || !b || a.host !== b.host || a.path !== b.path) {
    return { state: 'no-repository', base, head };
  }
  const claimed = pipelines.find(({ confirmed }) => !confirmed);
  return claimed
    ? { state: 'not-confirmed', pipeline: claimed.name, base, head }
    : { state: 'known', repository: a, base, head };
}

/** The pipeline of the run that brought what an environment has. */
export function pipelineOf({
  scope,
  brought,
}: PromotionColumn): ScopePipeline | undefined {
  return scope.deliveries.find(
    ({ pipeline }) => pipeline.rowId === brought?.pipelineRowId,
  )?.pipeline;
}
