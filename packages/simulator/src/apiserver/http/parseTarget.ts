import { ResourceType } from '../ObjectStore';
import { Target } from './Target';

const OF_A_NAMESPACE = ['status', 'finalize'];

interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
}

/**
 * Reads `/api/v1/…` and `/apis/{group}/{version}/…` as a resource request. Undefined for every other path, and for
 * kinds that the server does not serve.
 */
export function parseTarget(
  asked: Asked,
  types: readonly ResourceType[],
): Target | undefined {
  const encoded = asked.path.split('/').slice(1);
  const root = encoded.shift();
  const group = root === 'apis' ? encoded.shift() ?? '' : '';
  const version = encoded.shift();
  if ((root !== 'api' && root !== 'apis') || !version || !encoded.length) {
    return undefined;
  }
  let namespace = '';
  const [first, second, third] = encoded;
  if (first === 'namespaces' && third && !OF_A_NAMESPACE.includes(third)) {
    namespace = decode(second);
    encoded.splice(0, 2);
  }
  const [resource, name = '', subresource = '', ...rest] = encoded;
  const type = types.find(
    candidate =>
      candidate.group === group &&
      candidate.version === version &&
      candidate.resource === resource,
  );
  if (!type || (namespace && !type.namespaced)) {
    return undefined;
  }
  const named = name ? decode(name) : namedByField(asked.query);
  return {
    verb: verbOf(asked, name),
    type,
    namespace,
    name: named,
    subresource,
    rest: rest.join('/'),
  };
}

function verbOf({ method, query }: Asked, name: string): Target['verb'] {
  switch (method) {
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return name ? 'delete' : 'deletecollection';
    default:
      if (name) {
        return 'get';
      }
      return ['1', 'true'].includes(query.get('watch') ?? '')
        ? 'watch'
        : 'list';
  }
}

/** A list narrowed to one name is authorized as that name. */
function namedByField(query: URLSearchParams): string {
  const match = /(?:^|,)metadata\.name==?([^,]+)/.exec(
    query.get('fieldSelector') ?? '',
  );
  return match?.[1] ?? '';
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
