import {
  FilterTerm,
  parseFilter,
} from '@fairway/backstage-plugin-multicluster-common';
import { badInput } from '../util/codedErrors';

/** Each value is a condition of the query, and databases refuse more than about a thousand of them. */
const MOST_VALUES = 100;

/** Terms of a filter; throws an InputError that names the part that cannot be understood. */
export function readFilter(text: string | undefined): FilterTerm[] {
  const { terms, problems } = parseFilter(text ?? '');
  if (problems.length > 0) {
    const [{ code, part }] = problems;
    throw badInput('filter-invalid', `Cannot read '${part}': ${code}`);
  }
  const values = terms.reduce((sum, term) => sum + term.values.length, 0);
  if (values > MOST_VALUES) {
    throw badInput(
      'filter-too-long',
      `The filter names ${values} values; ${MOST_VALUES} are allowed`,
    );
  }
  return terms;
}
