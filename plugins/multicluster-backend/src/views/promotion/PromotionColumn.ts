import { PromotionEnvironment } from '@fairway/backstage-plugin-multicluster-common';
import { PromotionScope, ScopeRun } from './PromotionScope';

/** An environment of the matrix, with what it was made from. */
export interface PromotionColumn {
  scope: PromotionScope;
  view: PromotionEnvironment;
  /** The run that brought what is there. */
  brought?: ScopeRun;
}

/** What people call an environment. */
export function titleOf(scope: Pick<PromotionScope, 'name' | 'title'>): string {
  return scope.title ?? scope.name;
}
