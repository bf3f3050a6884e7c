import { Target } from '../http/Target';
import { LogQuery } from './ReadLogs';

/** Reads the parameters of a log request. */
export function logQuery(
  { namespace, name }: Pick<Target, 'namespace' | 'name'>,
  query: URLSearchParams,
): LogQuery {
  const number = (key: string) => {
    const value = query.get(key);
    return value === null || value === '' ? undefined : Number(value);
  };
  const flag = (key: string) => ['true', '1'].includes(query.get(key) ?? '');
  return {
    namespace,
    pod: name,
    container: query.get('container') || undefined,
    tailLines: number('tailLines'),
    sinceSeconds: number('sinceSeconds'),
    previous: flag('previous'),
    timestamps: flag('timestamps'),
  };
}
