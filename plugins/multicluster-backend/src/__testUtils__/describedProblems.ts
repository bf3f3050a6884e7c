import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';
import { spec } from '../schema/openapi/generated/router';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'spec', components: spec.components });

/** The content type that the description of a route gives its 200. */
export function describedType(path: keyof typeof spec.paths): string {
  const [type] = Object.keys(spec.paths[path].get.responses['200'].content);
  return type;
}

/**
 * What of a body differs from what the description of a route says of its 200; empty: nothing. A stream of lines is text
 * and has no body to differ.
 */
export function describedProblems(
  path: keyof typeof spec.paths,
  body: unknown,
): string[] {
  const content: Record<string, { schema: object }> =
    spec.paths[path].get.responses['200'].content;
  const schema = content[describedType(path)].schema;
  if (!('$ref' in schema)) {
    return [];
  }
  const validate = ajv.compile({ $ref: `spec${schema.$ref}` });
  validate(body);
  return (validate.errors ?? []).map(
    error =>
      `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
}
