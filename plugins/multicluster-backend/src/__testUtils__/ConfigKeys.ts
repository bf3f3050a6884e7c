import { loadConfigSchema } from '@backstage/config-loader';
import { JsonObject, JsonValue } from '@backstage/types';
import { resolve } from 'path';

const PLUGINS = resolve(__dirname, '../../..');

/** Every key of the configuration that a portal with all plugins of this repository accepts, as its `config.d.ts` describe it. */
export class ConfigKeys {
  static async read(names: readonly string[]): Promise<ConfigKeys> {
    const schema = await loadConfigSchema({
      dependencies: [],
      packagePaths: names.map(name => resolve(PLUGINS, name, 'package.json')),
    });
    const { schemas } = schema.serialize() as {
      schemas: Array<{ value: JsonObject }>;
    };
    return new ConfigKeys(
      schemas.flatMap(({ value }) =>
        // Of what the framework takes, only what our pages name.
        isObject(value.properties) &&
        ('multicluster' in value.properties || 'permission' in value.properties)
          ? [value]
          : [],
      ),
    );
  }

  readonly #schemas: JsonObject[];

  private constructor(schemas: JsonObject[]) {
    this.#schemas = schemas;
  }

  /** @param path - `multicluster.approvals.policies[].require`; items of a list as `[]` */
  has(path: string): boolean {
    return this.#at(path).length > 0;
  }

  #at(path: string): JsonObject[] {
    const steps = path.replaceAll('[]', '.[]').split('.');
    return steps.reduce<JsonObject[]>(
      (nodes, step) => nodes.flatMap(node => below(node, step)),
      this.#schemas,
    );
  }

  /** Every key below one, down to what is no object any more; where anything may follow it ends. */
  below(path: string): string[] {
    return this.#at(path).flatMap(node => leavesOf(node, path));
  }

  /** Paths in a part of a configuration that no schema describes. */
  unknownIn(value: JsonValue | undefined, path: string): string[] {
    if (path !== '' && !this.has(path)) {
      return [path];
    }
    if (Array.isArray(value)) {
      return value.flatMap(item => this.unknownIn(item, `${path}[]`));
    }
    return value && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, item]) =>
          this.unknownIn(item, path === '' ? key : `${path}.${key}`),
        )
      : [];
  }
}

/** One step down; what says nothing of what is in it takes anything. */
function below(node: JsonObject, step: string): JsonObject[] {
  if (isOpen(node)) {
    return [{}];
  }
  const { properties, additionalProperties, items } = node;
  const named = isObject(properties) ? properties : {};
  const own = step === '[]' ? items : named[step] ?? additionalProperties;
  return [
    ...(isObject(own) ? [own] : []),
    ...waysOf(node).flatMap(way => below(way, step)),
  ];
}

function leavesOf(node: JsonObject, path: string): string[] {
  const { properties, items } = node;
  if (isObject(items) && isObject(items.properties)) {
    return leavesOf(items, `${path}[]`);
  }
  return isObject(properties)
    ? Object.entries(properties).flatMap(([key, value]) =>
        isObject(value) ? leavesOf(value, `${path}.${key}`) : [],
      )
    : [path];
}

function waysOf({ anyOf, oneOf, allOf }: JsonObject): JsonObject[] {
  return [anyOf, oneOf, allOf].flatMap(ways =>
    Array.isArray(ways) ? ways.filter(isObject) : [],
  );
}

function isOpen(node: JsonObject): boolean {
  const { type = 'object', properties = {}, additionalProperties } = node;
  return (
    type === 'object' &&
    Object.keys(properties ?? {}).length === 0 &&
    !isObject(additionalProperties) &&
    waysOf(node).length === 0
  );
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
