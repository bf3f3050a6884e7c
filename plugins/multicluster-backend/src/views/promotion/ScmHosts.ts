import { Config } from '@backstage/config';
import { ScmType } from './rules/compareUrl';

const PUBLIC: Record<ScmType, string> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
};

/** What the hosts of repositories are. */
export class ScmHosts {
  readonly #types: ReadonlyMap<string, ScmType>;

  /** The public ones, and those of the platform's `integrations`. */
  static fromConfig(config: Config): ScmHosts {
    const { github, gitlab } = PUBLIC;
    return new ScmHosts(
      new Map([
        [github, 'github'],
        [gitlab, 'gitlab'],
        ...readIntegrations(config),
      ]),
    );
  }

  /** Only those that the platform has named: no other host is to be asked anything. */
  static ofIntegrations(config: Config): ScmHosts {
    return new ScmHosts(readIntegrations(config));
  }

  private constructor(types: ReadonlyMap<string, ScmType>) {
    this.#types = types;
  }

  /** @param host - with its port, where it has one */
  typeOf(host: string): ScmType | undefined {
    return this.#types.get(host);
  }
}

function readIntegrations(config: Config): Map<string, ScmType> {
  return new Map(
    (['github', 'gitlab'] as const).flatMap(type =>
      (config.getOptionalConfigArray(`integrations.${type}`) ?? []).map(
        (entry): [string, ScmType] => [
          entry.getOptionalString('host') ?? PUBLIC[type],
          type,
        ],
      ),
    ),
  );
}
