import { FilterValue } from '@fairway/backstage-plugin-multicluster-common';
import { globToRegExp } from '../../util/globToRegExp';

/** Tells whether a text is what a value of a filter means: itself when quoted, otherwise a pattern. Case is ignored. */
export function valuePattern(value: FilterValue): {
  test(text: string): boolean;
} {
  const wanted = value.text.toLowerCase();
  return value.literal
    ? { test: text => text.toLowerCase() === wanted }
    : globToRegExp(value.text);
}
