import { InputError } from '@backstage/errors';
import { eraseAudit } from '../approvals/audit/eraseAudit';
import { FairwayCommand } from './FairwayCommand';

/** `fairway audit erase`. */
export const eraseCommand: FairwayCommand = async ({
  knex,
  options,
  write,
}) => {
  const { seq = [], actor, reason } = options;
  const seqs = seq.map(Number);
  if (!actor || !reason || seqs.some(one => !Number.isSafeInteger(one))) {
    throw new InputError('Name --seq, --actor and --reason');
  }
  const erased = await eraseAudit(knex, { seqs, actor, reason });
  write(`${erased} payloads erased`);
  return 0;
};
