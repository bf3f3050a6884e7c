import {
  FilterTerm,
  parseFilter,
} from '@fairway/backstage-plugin-multicluster-common';
import { badInput } from '../permissions/codedErrors';

/** Terms of a filter; throws an InputError that names the part that cannot be understood. */
export function readFilter(text: string | undefined): FilterTerm[] {
  const { terms, problems } = parseFilter(text ?? '');
  if (problems.length > 0) {
    const [{ code, part }] = problems;
    throw badInput('filter-invalid', `Cannot read '${part}': ${code}`);
  }
  return terms;
}
