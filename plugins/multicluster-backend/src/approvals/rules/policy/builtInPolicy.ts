import { ApprovalPolicy } from '../../model/ApprovalPolicy';

/**
 * What holds where no policy names the environment: one member of the owner group who did not ask for the change. Its values are
 * the defaults of a policy, too; production asks for more.
 */
export function builtInPolicy(options: {
  production: boolean;
}): ApprovalPolicy {
  const { production } = options;
  return {
    name: 'built-in',
    builtIn: true,
    require: { atLeast: 1, of: { owners: true } },
    rejections: 1,
    separation: {
      requester: true,
      author: production,
      unmappedAuthor: production ? 'block' : 'allow',
    },
    subject: { complete: production, unpinned: 'allow' },
    remindAt: [50, 80],
    recallMs: production ? 10_000 : 0,
    windows: [],
    overrun: false,
    supersede: 'latest',
    comment: 'optional',
    exempt: { replicas: true, failover: true, return: true },
    escalate: [],
  };
}
