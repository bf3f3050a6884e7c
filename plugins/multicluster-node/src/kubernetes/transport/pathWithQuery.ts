import { KubernetesRequest } from './KubernetesRequest';

/** The path with its query, encoded; what is undefined is left out. @internal */
export function pathWithQuery({
  path,
  query = {},
}: Pick<KubernetesRequest, 'path' | 'query'>): string {
  const entries = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  const text = new URLSearchParams(entries).toString();
  return text ? `${path}?${text}` : path;
}
