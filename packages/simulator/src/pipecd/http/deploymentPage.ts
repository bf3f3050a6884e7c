import type { ControlPlane } from '../controlplane/ControlPlane';
import type { Deployment, Stage } from '../model/messages';
import { html, htmlPage } from './html';
import { deploymentStatusNames, stageStatusNames } from './statusNames';

function gateForm(
  deployment: Deployment,
  { id, metadata, authorized_operators }: Stage,
): string {
  const listed =
    authorized_operators.length > 0
      ? authorized_operators
      : (metadata?.Approvers ?? '').split(',').filter(Boolean);
  return `<form method="post" action="/deployments/${html(
    deployment.id,
  )}/approve">
<h2>This deployment waits for approval</h2>
<p>${
    listed.length > 0
      ? `Approvers: ${html(listed.join(', '))}`
      : 'Anybody may approve.'
  }</p>
<input type="hidden" name="stage" value="${html(id)}">
<label>Approve as <input name="as" value="${html(listed[0])}"></label>
<button type="submit">Approve</button></form>`;
}

function isOpenGate({ status }: Deployment, stage: Stage): boolean {
  return status === 2 && stage.status === 1 && stage.name === 'WAIT_APPROVAL';
}

/** A deployment as a person sees it in the tool, with the form of its gate when one waits. */
export function deploymentPage(
  { logs }: ControlPlane,
  deployment: Deployment,
  said?: string,
): string {
  const {
    application_name,
    status = 0,
    status_reason,
    summary,
    stages,
    trigger,
  } = deployment;
  const gate = stages.find(stage => isOpenGate(deployment, stage));
  const rows = stages
    .map(
      stage =>
        `<tr><td>${html(stage.name)}</td><td>${
          stageStatusNames[stage.status ?? 0]
        }</td><td>${html(
          logs.read(deployment.id, stage.id)?.blocks.at(-1)?.log,
        )}</td></tr>`,
    )
    .join('');
  return htmlPage(
    `${application_name}: ${deploymentStatusNames[status]}`,
    `<h1>${html(application_name)}: ${deploymentStatusNames[status]}</h1>
<p>${html(status_reason)}</p><p>${html(summary)}</p>
<p>Commit ${html(trigger.commit.hash.slice(0, 7))}: ${html(
      trigger.commit.message,
    )}, ${html(trigger.commit.author)}</p>
${said ? `<p role="status"><strong>${html(said)}</strong></p>` : ''}
${gate ? gateForm(deployment, gate) : ''}
<table><thead><tr><th>Stage</th><th>Status</th><th>Last line</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}
