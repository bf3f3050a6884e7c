import { PromotionEnvironment } from '@fairway/backstage-plugin-multicluster-common';
import {
  actorName,
  Age,
  GateSummary,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';
import { RequestLink } from '../../approvals/parts/RequestLink';
import { isEnvironmentLost, isRunLost } from '../model/environmentLook';
import { CommitText } from '../parts/CommitText';
import { DriftCell } from './DriftCell';
import { ClustersCell } from './ClustersCell';
import { HealthCell } from './HealthCell';
import { VersionCell } from './VersionCell';

/** A row of the matrix: what of an environment it shows. @internal */
export interface EnvironmentRow {
  key:
    | 'version'
    | 'commit'
    | 'by'
    | 'since'
    | 'state'
    | 'clusters'
    | 'waiting'
    | 'drift';
  /** Whether there is anything to show of it. */
  has(environment: PromotionEnvironment): boolean;
  /** `lastKnown`: the portal cannot read its back end. */
  render(environment: PromotionEnvironment, lastKnown: boolean): ReactNode;
}

/** The rows of the matrix, in their order. One that no environment has anything for is left out. @internal */
export const environmentRows: EnvironmentRow[] = [
  {
    key: 'version',
    has: () => true,
    render: environment => (
      <VersionCell
        versions={environment.versions}
        dim={isEnvironmentLost(environment)}
      />
    ),
  },
  {
    key: 'state',
    has: () => true,
    render: environment => <HealthCell environment={environment} />,
  },
  {
    key: 'waiting',
    has: ({ gate }) => gate !== undefined,
    render: (environment, lastKnown) =>
      environment.gate && (
        <>
          <GateSummary
            gate={environment.gate}
            tool={environment.run?.pipeline.tool}
            lastKnown={lastKnown || isRunLost(environment)}
          />
          <RequestLink id={environment.gate.requestId} />
        </>
      ),
  },
  {
    key: 'commit',
    has: ({ commit }) => commit !== undefined,
    render: ({ commit }) => commit && <CommitText commit={commit} />,
  },
  {
    key: 'by',
    has: ({ by }) => by !== undefined,
    render: ({ by }) => actorName(by),
  },
  {
    key: 'since',
    has: ({ since }) => since !== undefined,
    render: ({ since, sinceAtLeast }) => (
      <Age time={since} atLeast={sinceAtLeast} />
    ),
  },
  {
    key: 'clusters',
    has: ({ clusters, coverage }) =>
      clusters.length > 0 || coverage.total === null || coverage.total > 0,
    render: environment => <ClustersCell environment={environment} />,
  },
  {
    key: 'drift',
    has: ({ drift }) => drift !== undefined,
    render: ({ drift }) => drift && <DriftCell drift={drift} />,
  },
];
