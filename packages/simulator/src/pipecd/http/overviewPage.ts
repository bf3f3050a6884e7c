import type { ControlPlane } from '../controlplane/ControlPlane';
import { html, htmlPage } from './html';
import { deploymentStatusNames } from './statusNames';

/** The latest deployments, of all applications or of one. */
export function overviewPage(
  { deployments }: ControlPlane,
  applicationId?: string,
): string {
  const rows = [...deployments.values()]
    .filter(
      ({ application_id }) =>
        !applicationId || application_id === applicationId,
    )
    .reverse()
    .slice(0, 50)
    .map(
      ({ id, application_name, status = 0 }) =>
        `<li><a href="/deployments/${html(id)}">${html(
          application_name,
        )}</a>: ${deploymentStatusNames[status]}</li>`,
    )
    .join('');
  return htmlPage('Deployments', `<h1>Deployments</h1><ul>${rows}</ul>`);
}
