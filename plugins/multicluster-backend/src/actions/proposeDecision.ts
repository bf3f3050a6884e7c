import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ApprovalService } from '../service/ApprovalService';
import { approvalFacts } from './approvalFacts';
import { AuditedCall } from './AuditedCall';

interface Options {
  approvals: ApprovalService;
  call: AuditedCall;
  baseUrl: string;
}

/** A link for a person; nothing is decided, and who proposed what is audited. */
export function proposeDecision(
  registry: ActionsRegistryService,
  { approvals, call, baseUrl }: Options,
): void {
  registry.register({
    name: 'propose-decision',
    title: 'Propose a decision to a person',
    description:
      'Gives the link under which a person decides a request for approval. Nothing is decided, whatever is proposed.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          id: z.string().describe('Id of the request'),
          decision: z.enum(['approve', 'reject']).describe('What is proposed'),
        }),
      output: z =>
        z.object({
          link: z.string().describe('Where a person decides it'),
          decided: z.literal(false),
        }),
    },
    action: async ({ input, credentials }) =>
      call.run(
        `propose-${input.decision}`,
        { credentials, approval: input.id },
        async () => {
          const { item } = await approvals.approval(
            input.id,
            {},
            { credentials },
          );
          const { link } = approvalFacts(item, baseUrl);
          return { output: { link, decided: false as const } };
        },
      ),
  });
}
