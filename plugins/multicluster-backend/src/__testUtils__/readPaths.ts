import { spec } from '../schema/openapi/generated/router';

type Paths = typeof spec.paths;

/** Routes that are read with GET. */
export type ReadPath = {
  [P in keyof Paths]: Paths[P] extends { get: unknown } ? P : never;
}[keyof Paths];

/** {@inheritDoc ReadPath} */
export const READ_PATHS = (Object.keys(spec.paths) as (keyof Paths)[]).filter(
  (path): path is ReadPath => 'get' in spec.paths[path],
);
