import { Config } from '@backstage/config';
import { ScmType } from './rules/compareUrl';

const PUBLIC: Record<ScmType, string> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
};

/** What the hosts of repositories are: the public ones, and those of the platform's `integrations`. */
export class ScmHosts {
  readonly #types: ReadonlyMap<string, ScmType>;

  static fromConfig(config: Config): ScmHosts {
    const types = new Map<string, ScmType>();
    for (const type of ['github', 'gitlab'] as const) {
      types.set(PUBLIC[type], type);
      const entries =
        config.getOptionalConfigArray(`integrations.${type}`) ?? [];
      for (const entry of entries) {
        types.set(entry.getOptionalString('host') ?? PUBLIC[type], type);
      }
    }
    return new ScmHosts(types);
  }

  private constructor(types: ReadonlyMap<string, ScmType>) {
    this.#types = types;
  }

  /** @param host - with its port, where it has one */
  typeOf(host: string): ScmType | undefined {
    return this.#types.get(host);
  }
}
