import { Config } from '@backstage/config';
import { PeopleRule } from '../voters/mapPeople';
import { fullRef } from './fullRef';
import { LaneSettings, readLaneSettings } from './readLaneSettings';

/** What `multicluster.approvals` says beside policies and gates. */
export interface ApprovalSettings {
  enabled: boolean;
  /** True: votes without the permission framework, by the guest, and on a database that is gone after a restart. */
  allowWithoutRules: boolean;
  /** Targets of catalog locations whose groups count; absent: all. */
  groupLocations?: string[];
  people: PeopleRule[];
  lanes: LaneSettings;
}

/**
 * @param nodeEnv - `process.env.NODE_ENV`: the demo's switch says nothing in production, whoever wrote it there
 * @throws for what is no configuration at all; there is nothing that could go on without it
 */
export function readApprovalSettings(
  config: Config,
  nodeEnv: string | undefined,
): ApprovalSettings {
  const section = config.getOptionalConfig('multicluster.approvals');
  const policies = section?.getOptionalConfigArray('policies') ?? [];
  const groupLocations = section?.getOptionalStringArray('groupLocations');
  return {
    enabled: section?.getOptionalBoolean('enabled') ?? policies.length > 0,
    allowWithoutRules:
      nodeEnv !== 'production' &&
      (section?.getOptionalBoolean('outsideProduction.allowWithoutRules') ??
        false),
    ...(groupLocations && { groupLocations }),
    people: (section?.getOptionalConfigArray('people') ?? []).map(entry => ({
      match: entry.getString('match'),
      user: fullRef(entry.getString('user'), 'user'),
    })),
    lanes: readLaneSettings(section?.getOptionalConfig('lanes')),
  };
}
