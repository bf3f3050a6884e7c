import { Environment } from './Environments';

/** What an entity is shown of the environments. */
export interface NarrowedEnvironments {
  /** In the order of the platform, whatever the entity's. */
  environments: Environment[];
  /** The entity has named which. */
  named: boolean;
  /** Names that the platform does not know: they add nothing. */
  unknown: string[];
}

/**
 * Environments that an entity narrows itself to with `fairway.io/environments`, names separated by commas. An entity is
 * written by its team: it may leave environments out, and can name none that the platform has not.
 */
export function narrowedEnvironments(
  order: Environment[],
  annotation: string | undefined,
): NarrowedEnvironments {
  const wanted = new Set(
    (annotation ?? '')
      .split(',')
      .map(name => name.trim())
      .filter(Boolean),
  );
  if (wanted.size === 0) {
    return { environments: order, named: false, unknown: [] };
  }
  const known = new Set(order.map(({ name }) => name));
  return {
    environments: order.filter(({ name }) => wanted.has(name)),
    named: true,
    unknown: [...wanted].filter(name => !known.has(name)),
  };
}
