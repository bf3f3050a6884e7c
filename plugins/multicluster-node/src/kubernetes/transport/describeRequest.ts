import { KubernetesRequest } from './KubernetesRequest';

/** What is asked, for messages: without the query, which may hold more than belongs there. @internal */
export function describeRequest(request: KubernetesRequest): string {
  return `${request.method ?? 'GET'} ${request.path}`;
}
