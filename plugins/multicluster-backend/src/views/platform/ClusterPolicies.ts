import { readDurationFromConfig, Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { globToRegExp } from '../../util/globToRegExp';

const DEFAULT_GRACE_MS = 60_000;
const DEFAULT_INTERMITTENT_GRACE_MS = 24 * 3600_000;

/** Which clusters come and go, and how long each may be away before anyone is told. */
export class ClusterPolicies {
  readonly #intermittent: RegExp[];
  readonly #graceMs: number;
  readonly #intermittentGraceMs: number;

  static fromConfig(config: Config): ClusterPolicies {
    const section = config.getOptionalConfig('multicluster.clusters');
    return new ClusterPolicies({
      intermittent: (section?.getOptionalStringArray('intermittent') ?? []).map(
        glob => globToRegExp(glob),
      ),
      graceMs: readMs(section, 'grace', DEFAULT_GRACE_MS),
      intermittentGraceMs: readMs(
        section,
        'intermittentGrace',
        DEFAULT_INTERMITTENT_GRACE_MS,
      ),
    });
  }

  private constructor(options: {
    intermittent: RegExp[];
    graceMs: number;
    intermittentGraceMs: number;
  }) {
    this.#intermittent = options.intermittent;
    this.#graceMs = options.graceMs;
    this.#intermittentGraceMs = options.intermittentGraceMs;
  }

  isIntermittent(cluster: { name: string }): boolean {
    return this.#intermittent.some(glob => glob.test(cluster.name));
  }

  graceMs(cluster: { name: string }): number {
    return this.isIntermittent(cluster)
      ? this.#intermittentGraceMs
      : this.#graceMs;
  }
}

function readMs(
  section: Config | undefined,
  key: string,
  fallback: number,
): number {
  return section?.has(key)
    ? durationToMilliseconds(readDurationFromConfig(section, { key }))
    : fallback;
}
