import { FleetFact } from '../../contract';
import { KubernetesObject } from './KubernetesObject';
import { ObserveResourceOptions } from './ObserverOptions';
import { trimObject } from './trimObject';

type Key = { type: FleetFact['type']; key: string };

/** One object, as far as it is kept. @internal */
export interface ReadObject {
  /** `<namespace>/<name>`. */
  id: string;
  resourceVersion: string;
  upserts: FleetFact[];
  /** Rows that go, when the object is as it is now. */
  deletes: Key[];
  /** Rows that go, when the object goes. */
  keys: Key[];
}

/**
 * Turns what a server sent into facts.
 *
 * @internal
 */
export class ObjectReader {
  static create(options: ObserveResourceOptions): ObjectReader {
    return new ObjectReader(options);
  }

  readonly #options: ObserveResourceOptions;
  readonly #trim: Parameters<typeof trimObject>[1];

  private constructor(options: ObserveResourceOptions) {
    this.#options = options;
    const { group, version, kind } = options.resource;
    this.#trim = {
      apiVersion: group ? `${group}/${version}` : version,
      kind,
      annotations: new Set(options.annotations),
    };
  }

  /** Undefined: the object cannot be understood. Never throws: one object must not end the observation of all. */
  read(raw: unknown): ReadObject | undefined {
    const object = trimObject(raw, this.#trim);
    return object && this.#project(object);
  }

  #project(object: KubernetesObject): ReadObject | undefined {
    const { project, keys } = this.#options;
    const { namespace = '', name, resourceVersion } = object.metadata;
    try {
      const upserts = project(object);
      const present = upserts.map(({ type, key }) => ({ type, key }));
      const all = keys?.(object) ?? present;
      return {
        id: `${namespace}/${name}`,
        resourceVersion,
        upserts,
        deletes: keys ? without(all, present) : [],
        keys: all,
      };
    } catch {
      return undefined;
    }
  }
}

function without(all: Key[], present: Key[]): Key[] {
  return all.filter(
    ({ type, key }) => !present.some(p => p.type === type && p.key === key),
  );
}
