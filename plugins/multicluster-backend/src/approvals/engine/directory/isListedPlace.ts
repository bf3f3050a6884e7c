import { ANNOTATION_LOCATION, Entity } from '@backstage/catalog-model';

/**
 * Whether an entity comes from a place that the platform lists. A target that ends in `*` means all that begin so. Without a list
 * every place counts.
 */
export function isListedPlace(
  entity: Entity,
  places: readonly string[] | undefined,
): boolean {
  if (!places) {
    return true;
  }
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  if (!location) {
    return false;
  }
  const target = location.slice(location.indexOf(':') + 1);
  return places.some(place =>
    place.endsWith('*')
      ? [location, target].some(text => text.startsWith(place.slice(0, -1)))
      : [location, target].includes(place),
  );
}
