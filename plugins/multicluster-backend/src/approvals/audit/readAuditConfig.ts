import { Config, readDurationFromConfig } from '@backstage/config';
import { HumanDuration } from '@backstage/types';

/** `multicluster.approvals.audit` of the configuration. */
export interface AuditConfig {
  /** Absent: nothing is signed, and what is missing at the end of the trail cannot be found. */
  checkpoints?: { file: string; keyFile: string; every: HumanDuration };
}

/** Reads {@link AuditConfig}. Throws where a key is missing. */
export function readAuditConfig(config: Config): AuditConfig {
  const section = config.getOptionalConfig(
    'multicluster.approvals.audit.checkpoints',
  );
  return section
    ? {
        checkpoints: {
          file: section.getString('file'),
          keyFile: section.getString('keyFile'),
          every: section.has('every')
            ? readDurationFromConfig(section, { key: 'every' })
            : { minutes: 10 },
        },
      }
    : {};
}
