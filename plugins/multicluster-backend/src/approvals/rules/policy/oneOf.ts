import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A word of a list; the other one where there is none. Throws an InputError for a word that is not on the list. */
export function oneOf<T extends string>(
  config: Config,
  key: string,
  words: readonly T[],
  otherwise: T,
): T {
  const given = config.getOptionalString(key);
  const word = words.find(item => item === given);
  if (given !== undefined && word === undefined) {
    throw new InputError(`${key} is one of ${words.join(', ')}`);
  }
  return word ?? otherwise;
}
