import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ApprovalService } from '../service/ApprovalService';
import { approvalFacts } from './approvalFacts';
import { AuditedCall } from './AuditedCall';

interface Options {
  approvals: ApprovalService;
  call: AuditedCall;
  baseUrl: string;
}

/** Why a request waits. */
export function explainApproval(
  registry: ActionsRegistryService,
  { approvals, call, baseUrl }: Options,
): void {
  registry.register({
    name: 'explain-approval',
    title: 'Explain why a request waits',
    description:
      'Says in one sentence what a request for approval waits for, and what keeps it from taking effect.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ id: z.string().describe('Id of the request') }),
      output: z =>
        z.object({
          sentence: z.string(),
          reasons: z.array(z.string()),
          link: z.string(),
        }),
    },
    action: async ({ input, credentials }) =>
      call.run(
        'explain-approval',
        { credentials, approval: input.id },
        async () => {
          const { item } = await approvals.approval(
            input.id,
            {},
            { credentials },
          );
          const { window, stop, halted, notes } = item.request;
          return {
            output: {
              sentence: approvalFacts(item, baseUrl).sentence,
              reasons: [
                ...(window && !window.open ? [window.sentence] : []),
                halted?.sentence,
                ...notes,
                ...item.request.steps.map(step => step.sentence),
              ]
                .flatMap(reason => (reason ? [reason.text] : []))
                .concat(stop ? ['The line is stopped for it'] : []),
              link: approvalFacts(item, baseUrl).link,
            },
          };
        },
      ),
  });
}
