import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';
import { spec } from '../schema/openapi/generated/router';
import { ReadPath } from './readPaths';

// The wrapServer of @backstage/backend-openapi-utils would look at every request by itself, but not at this API: it knows
// no formats, finds routes from the root of a server alone, takes JSON for the only type there is, and fails outside of
// the test that asked.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'spec', components: spec.components });

/** The content type that the description of a route gives its 200. */
export function describedType(path: ReadPath): string {
  const [type] = Object.keys(spec.paths[path].get.responses['200'].content);
  return type;
}

/**
 * What of a body differs from what the description of a route says of its 200; empty: nothing. A stream of lines is text
 * and has no body to differ.
 */
export function describedProblems(path: ReadPath, body: unknown): string[] {
  const content: Record<string, { schema: object }> =
    spec.paths[path].get.responses['200'].content;
  const schema = content[describedType(path)].schema;
  if (!('$ref' in schema)) {
    return [];
  }
  return problemsOf(`spec${schema.$ref}`, body);
}

/** What of the body of an error differs from what the description says of every error; empty: nothing. */
export function errorProblems(body: unknown): string[] {
  return problemsOf('spec#/components/schemas/Error', body);
}

function problemsOf($ref: string, body: unknown): string[] {
  const validate = ajv.compile({ $ref });
  validate(body);
  return (validate.errors ?? []).map(
    error =>
      `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
}
