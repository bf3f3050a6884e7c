import { ProjectContext } from './ProjectContext';

/** Where PipeCD shows a deployment or an application. @internal */
export function webLink(
  kind: 'deployments' | 'applications',
  id: string,
  { webUrl, project }: ProjectContext,
): string | undefined {
  if (!webUrl) {
    return undefined;
  }
  const base = webUrl.replace(/\/+$/, '');
  const query = project ? `?project=${encodeURIComponent(project)}` : '';
  return `${base}/${kind}/${encodeURIComponent(id)}${query}`;
}
