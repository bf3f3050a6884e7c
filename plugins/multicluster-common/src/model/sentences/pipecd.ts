/** English of what is said about PipeCD as a source and as a tool that is acted on. @internal */
export const pipecdSentences = {
  'pipecd.facts.byWeb':
    'The project {{project}} is read with sessions of the web service.',
  'pipecd.facts.byApiKey': 'The project {{project}} is read with an API key.',
  'pipecd.gap.notServed':
    'This control plane does not know {{call}}; it is probably older than 0.57.',
  'pipecd.gap.pipedStatus':
    'Whether pipeds are online is told to web sessions alone; with an API key it is unknown.',
  'pipecd.gap.manyRuns':
    'There are more deployments in the last 30 days than are read; the newest 20,000 are.',
  'pipecd.gap.foreign':
    'The credential belongs to the project {{project}}, which is not the one that is configured; its deployments are left out.',
  'pipecd.problem.drops':
    '{{subject}}: the control plane loses the connection at this request each time. It is asked again in ten minutes.',
  'pipecd.problem.notPipecd':
    '{{subject}}: what answers at the address does not speak the protocol of PipeCD.',
  'pipecd.needsWeb':
    'Needs a session of the web service; this project is read with an API key alone ({{key}}).',
  'pipecd.needsHook': 'No secret for webhooks is configured ({{key}}).',
  'pipecd.needsImpersonation':
    'Decisions go to PipeCD in the name of a person only where the package for that is installed; without it they are made there.',
  'pipecd.sharedReads':
    'The shared login of this project reads and never decides; decisions are made in PipeCD.',
  'pipecd.noReject':
    'PipeCD has no rejection. Cancelling the deployment ends it, with a rollback where one is configured.',
  'pipecd.noRetry':
    'PipeCD does not repeat a deployment. Syncing the application makes a new one.',
  'pipecd.act.unsupported': 'PipeCD does not offer this.',
  'pipecd.act.requested':
    'PipeCD has taken the request; it has an effect once the piped has read it.',
  'pipecd.act.already': 'This is so already.',
  'pipecd.act.approvedAlready':
    '{{user}} has approved this gate already; a second approval is not counted.',
  'pipecd.act.notApprover':
    '{{user}} is not among those who may approve this gate.',
  'pipecd.act.role':
    'PipeCD does not let {{user}} do this: the role is not enough.',
  'pipecd.act.keyRole':
    'PipeCD does not let the API key of the portal do this: its role is not enough.',
  'pipecd.act.otherProject': 'This belongs to another project of PipeCD.',
  'pipecd.act.decided': 'This gate was decided already.',
  'pipecd.act.closed': 'This waits for no decision any more: {{reason}}.',
  'pipecd.act.runOver': 'the deployment is over',
  'pipecd.act.runNotRunning': 'the deployment is not running',
  'pipecd.act.stageNotRunning': 'the stage is not running',
  'pipecd.act.stale':
    'The gate was opened anew since you looked at it; look again before you decide.',
  'pipecd.act.notFound': 'PipeCD does not know it any more.',
  'pipecd.act.notSkippable':
    'Only stages named ANALYSIS can be skipped in PipeCD.',
  'pipecd.act.over': 'The deployment is over; nothing can be done about it.',
  'pipecd.act.disabled':
    'The application is disabled in PipeCD; a sync would go nowhere.',
  'pipecd.act.deleted':
    'The application is deleted in PipeCD; a sync would go nowhere.',
  'pipecd.act.signIn': 'PipeCD does not accept the credential of the portal.',
  'pipecd.act.unavailable':
    'PipeCD could not be reached; nothing was asked of it.',
  'pipecd.act.ambiguous':
    'The connection was lost before PipeCD answered. It may have taken the request; look at the deployment before you repeat it.',
  'pipecd.act.invalid': 'PipeCD did not accept the request: {{detail}}',
  'pipecd.act.nameUnfit':
    'The name that you are mapped to cannot be one of PipeCD.',
} as const;
