import {
  DerivedRun,
  DeriveRunInput,
} from '@fairway/backstage-plugin-multicluster-node';
import { IdentityMode } from '@fairway/backstage-plugin-multicluster-common';
import { PipecdRun } from '../native/PipecdRun';

/** What of a run is a matter of configuration. @internal */
export interface DeriveOptions {
  /** Ways to decide a gate, best first. */
  identityModes: IdentityMode[];
}

/**
 * Where a run of PipeCD stands. Pure.
 *
 * @internal
 */
export function deriveRun(
  input: DeriveRunInput<PipecdRun>,
  options: DeriveOptions = { identityModes: ['deep-link'] },
): DerivedRun {
  throw new Error(`Not derived yet: ${input.run.key}, ${options}`);
}
