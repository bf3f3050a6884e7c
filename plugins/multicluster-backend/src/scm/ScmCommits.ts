import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Gate } from '../detail/Gate';
import { KeyedCache } from '../detail/KeyedCache';
import { ScmType } from '../views/promotion/rules/compareUrl';
import { ScmHosts } from '../views/promotion/ScmHosts';
import { CommitLister } from './CommitLister';
import { CommitList } from './CommitList';
import { CommitPair } from './CommitPair';
import { GithubCommits } from './GithubCommits';
import { GitlabCommits } from './GitlabCommits';
import { ScmError } from './ScmError';

/** Commits, or why there are none. */
export type CommitAnswer =
  | (CommitList & { sentence?: undefined })
  | { sentence: Sentence };

/** As many as are shown. */
const MOST = 50;
const DEADLINE_MS = 8_000;
/** What came between two commits stays so; who may read it does not. */
const TTL_MS = 10 * 60_000;
/** A host that is in trouble is not asked by everybody who looks. */
const RECENT_TTL_MS = 30_000;
const MOST_KEPT = 500;
/** Calls under way at once, over all callers. */
const IN_FLIGHT = 4;

interface Options {
  config: Config;
  /** Milliseconds for all calls about one pair. */
  deadlineMs?: number;
}

/**
 * What came between two commits, asked of their host with what the platform's `integrations` give the portal. Each pair is
 * asked once in ten minutes, whoever looks, and after a failure once in half a minute.
 */
export class ScmCommits {
  readonly #integrations: ScmIntegrations;
  readonly #configured: ScmHosts;
  readonly #listers: Record<ScmType, CommitLister>;
  readonly #deadlineMs: number;
  readonly #gate = Gate.create(IN_FLIGHT);
  readonly #kept = KeyedCache.create<CommitAnswer>({
    ttlMs: TTL_MS,
    maxKeys: MOST_KEPT,
  });
  /** Failures too. */
  readonly #recent = KeyedCache.create<CommitAnswer>({
    ttlMs: RECENT_TTL_MS,
    maxKeys: MOST_KEPT,
  });

  static create(options: Options): ScmCommits {
    return new ScmCommits(options);
  }

  private constructor({ config, deadlineMs = DEADLINE_MS }: Options) {
    this.#integrations = ScmIntegrations.fromConfig(config);
    this.#configured = ScmHosts.ofIntegrations(config);
    this.#deadlineMs = deadlineMs;
    this.#listers = {
      github: GithubCommits.create(this.#integrations),
      gitlab: GitlabCommits.create(this.#integrations),
    };
  }

  /** Rejects with a ServiceUnavailableError when too many wait for their turn already. */
  async between(pair: CommitPair): Promise<CommitAnswer> {
    const { host, path } = pair.repository;
    const type = this.#configured.typeOf(host);
    if (!type) {
      return { sentence: this.#notAsked(host) };
    }
    const key = JSON.stringify([host, path, pair.base, pair.head]);
    const read = () => this.#read(this.#listers[type], pair);
    return this.#recent.get(key, () =>
      this.#kept.get(key, read).catch(error => {
        if (error instanceof ScmError) {
          return { sentence: explain(error, host) };
        }
        throw error;
      }),
    );
  }

  async #read(lister: CommitLister, pair: CommitPair): Promise<CommitAnswer> {
    return this.#gate.through(async () => {
      const signal = AbortSignal.timeout(this.#deadlineMs);
      const late = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () =>
          reject(new ScmError('unreachable')),
        );
      });
      // A credential may have to be asked for as well, which takes no signal.
      return Promise.race([lister.list(pair, { most: MOST, signal }), late]);
    });
  }

  #notAsked(host: string): Sentence {
    const type = this.#integrations.byHost(host)?.type ?? 'github';
    return ['github', 'gitlab'].includes(type)
      ? sentence('promotion.commits.noIntegration', { host })
      : sentence('promotion.commits.otherHost', { host });
  }
}

function explain({ kind, status }: ScmError, host: string): Sentence {
  switch (kind) {
    case 'unreadable':
      return sentence('promotion.commits.unreadable', {
        host,
        status: status ?? 0,
      });
    case 'no-credential':
      return sentence('promotion.commits.noCredential', { host });
    default:
      return sentence(`promotion.commits.${kind}`, { host });
  }
}
