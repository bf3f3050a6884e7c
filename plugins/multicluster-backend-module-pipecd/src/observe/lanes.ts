/** What is read of a project, each by itself. Names are stored; changing one makes everything known of the lane new. @internal */
export const lanes = {
  deployments: { lane: 'deployments', subject: 'Deployments' },
  applications: { lane: 'applications', subject: 'Applications' },
  pipeds: { lane: 'pipeds', subject: 'Pipeds' },
} as const;
