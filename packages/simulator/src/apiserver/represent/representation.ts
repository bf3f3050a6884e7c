import { failures } from '../failures';

/** How a client wants objects: whole, as rows of a table, or their metadata alone. */
export type Representation = 'object' | 'table' | 'metadata';

/** Reads an Accept header. Throws 406 when nothing in it can be served: JSON is all this server speaks. */
export function representation(
  accept: string | undefined,
  of: 'object' | 'list' = 'object',
): Representation {
  const ranges = (accept ?? '*/*').split(',').map(range => {
    const [type, ...parameters] = range.split(';').map(part => part.trim());
    return {
      type: type.toLowerCase(),
      parameters: new Map(
        parameters.map(parameter => {
          const [key, value = ''] = parameter.split('=');
          return [key.trim(), value.trim()] as const;
        }),
      ),
    };
  });
  for (const { type, parameters } of ranges) {
    const as = parameters.get('as');
    if (!['application/json', 'application/*', '*/*', ''].includes(type)) {
      continue;
    }
    if (!as) {
      return 'object';
    }
    if (parameters.get('g') === 'meta.k8s.io' && parameters.get('v') === 'v1') {
      if (as === 'Table') {
        return 'table';
      }
      if (as.startsWith('PartialObjectMetadata')) {
        checkForm(as, of);
        return 'metadata';
      }
    }
  }
  throw failures.notAcceptable();
}

/** Lists and single objects have forms of different names, and a real server insists on the right one. */
function checkForm(as: string, of: 'object' | 'list'): void {
  if (as.endsWith('List') !== (of === 'list')) {
    throw failures.notAcceptable(
      of === 'list'
        ? `you requested ${as}, but the requested object is a list (*unstructured.UnstructuredList)`
        : `you requested ${as}, but the requested object is not a list (*unstructured.Unstructured)`,
    );
  }
}
