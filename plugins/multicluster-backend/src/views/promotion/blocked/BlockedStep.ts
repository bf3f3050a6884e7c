import {
  NextStep,
  WhyBlocked,
} from '@fairway/backstage-plugin-multicluster-common';
import { PromotionScope } from '../PromotionScope';

/** What is to be brought to an environment, and from where. */
export interface BlockedStep {
  to: PromotionScope;
  /** The environment before it, where there is one; `brings`: it has something that this one has not. */
  from?: { title: string; unhealthy: boolean };
  brings: boolean;
  next: NextStep;
}

/** One reason why nothing moves. */
export type Evidence = WhyBlocked['evidence'][number];
