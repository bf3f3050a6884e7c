import { InputError } from '@backstage/errors';

type Column = string | number | boolean | null | undefined;

/**
 * Reads columns. A row of approvals is never patched up: text that is no JSON is an error and not an empty list, because votes
 * or steps that seem to be none would be sent again.
 */
export const ofColumn = {
  text: (value: Column): string | undefined =>
    value === null || value === undefined ? undefined : String(value),
  /** PostgreSQL gives numbers of 64 bits as text. */
  number: (value: Column): number | undefined =>
    value === null || value === undefined ? undefined : Number(value),
  json<T>(value: Column): T | undefined {
    if (value === null || value === undefined) {
      return undefined;
    }
    try {
      return JSON.parse(String(value)) as T;
    } catch {
      throw new InputError('A stored row of approvals cannot be read');
    }
  },
};
