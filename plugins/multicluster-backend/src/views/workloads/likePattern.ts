import { FilterValue } from '@fairway/backstage-plugin-multicluster-common';

/** The character that `escape` of {@link likePattern} names. */
export const LIKE_ESCAPE = '!';

/**
 * The pattern of SQL's LIKE for a value of a filter. Characters that LIKE gives a meaning are escaped first, so that only
 * the filter's own `*` and `?` match anything but themselves.
 */
export function likePattern(value: FilterValue): string {
  const escaped = value.text.toLowerCase().replace(/[!%_]/g, '!$&');
  return value.literal
    ? escaped
    : escaped.replace(/\*+/g, '%').replace(/\?/g, '_');
}
