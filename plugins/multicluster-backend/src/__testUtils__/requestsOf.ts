import * as fc from 'fast-check';
import { spec } from '../schema/openapi/generated/router';
import { ReadPath } from './readPaths';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: { type: string; items?: object };
}

/** What people, scripts and scanners put into a parameter, whatever its description says. */
const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    'true',
    'null',
    '%',
    '..',
    "' OR 1=1 --",
    '\u0000',
    '{"$gt":""}',
    'status:',
    'status:degraded region:*',
    '"',
    '*'.repeat(300),
  ),
);

function parametersOf(path: ReadPath): Parameter[] {
  const known: Record<string, unknown> = spec.components.parameters;
  const parameters: ReadonlyArray<Parameter | { $ref: string }> =
    spec.paths[path].get.parameters;
  return parameters.map(
    parameter =>
      ('$ref' in parameter
        ? known[parameter.$ref.split('/').at(-1)!]
        : parameter) as Parameter,
  );
}

/** Requests of a route with anything in its parameters; `usual` gives what its path parameters are most of the time. */
export function requestsOf(
  path: ReadPath,
  usual: Record<string, string>,
): fc.Arbitrary<string> {
  const parameters = parametersOf(path);
  const values = parameters.map(({ name, in: place, required }) => {
    const value =
      place === 'path'
        ? fc.oneof(
            { weight: 3, arbitrary: fc.constant(usual[name]) },
            // An empty segment is another route.
            { weight: 1, arbitrary: odd.filter(text => text !== '') },
          )
        : odd;
    return required ? value : fc.option(value, { nil: undefined });
  });
  return fc.tuple(...values).map(given => {
    const query: string[] = [];
    let url: string = path;
    parameters.forEach(({ name, in: place }, i) => {
      const text = given[i];
      if (place === 'path') {
        url = url.replace(`{${name}}`, () => encode(text ?? ''));
      } else if (text !== undefined) {
        query.push(`${name}=${encode(text)}`);
      }
    });
    return query.length > 0 ? `${url}?${query.join('&')}` : url;
  });
}

/** As encodeURIComponent, also of dots that a client would take for a path. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/^\.{1,2}$/, dots =>
    '%2E'.repeat(dots.length),
  );
}
