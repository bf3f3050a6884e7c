import { ANNOTATION_LOCATION, Entity } from '@backstage/catalog-model';

/**
 * Whether an entity comes from a place that the platform lists. A target that ends in `*` means all that begin so. Without a list
 * every place counts.
 *
 * @remarks
 * A location is kept as it was registered, and read after its path was resolved: `https://forge/acme/org/../../mallory/x` begins
 * like a place of acme's and is read from mallory's. One that is not written as it is read is no listed place.
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
  if (isCrooked(target)) {
    return false;
  }
  return places.some(place =>
    place.endsWith('*')
      ? [location, target].some(text => text.startsWith(place.slice(0, -1)))
      : [location, target].includes(place),
  );
}

/** A path that goes back, plainly or in any encoding, or holds what parsers of addresses drop without a word. */
function isCrooked(target: string): boolean {
  let text = target;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/%(2e|2f|5c|25|0[0-9a-d])/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  }
  return /\p{Cc}|\\|(?:^|\/)\.{1,2}(?:[/?#]|$)/u.test(text);
}
