import { NotFoundError } from '@backstage/errors';
import { auditRows } from '../approvals/audit/auditRows';
import { CheckpointFile } from '../approvals/audit/CheckpointFile';
import { CheckpointKey } from '../approvals/audit/CheckpointKey';
import { readAuditConfig } from '../approvals/audit/readAuditConfig';
import { ReadCheckpoints, verifyAudit } from '../approvals/audit/verifyAudit';
import { FairwayCommand } from './FairwayCommand';

/** `fairway audit verify`. */
export const verifyCommand: FairwayCommand = async context => {
  const { knex, options, write } = context;
  const verdict = await verifyAudit(knex, await readSigned(context));
  if (options.json) {
    write(JSON.stringify(verdict, undefined, 2));
    return verdict.findings.length > 0 ? 1 : 0;
  }
  const { entries, lastSeq, findings, checkpoints, limits } = verdict;
  write(`${entries} entries, the last is ${lastSeq}`);
  if (checkpoints.lastSeq !== undefined) {
    write(
      `${checkpoints.verified} checkpoints hold, the last is of entry ${checkpoints.lastSeq} (${checkpoints.lastAt})`,
    );
  }
  if (findings.length === 0) {
    write('Everything is as it was written');
  } else {
    write(`First entry that is not as it was written: ${findings[0].seq}`);
    findings.forEach(({ kind, text }) => write(`  ${kind}: ${text}`));
  }
  write('What this cannot prove:');
  limits.forEach(limit => write(`  ${limit}`));
  return findings.length > 0 ? 1 : 0;
};

/** A file that is configured and cannot be read is an error: without it a trail that was cut off would look sound. */
async function readSigned({
  knex,
  config,
  options,
}: Parameters<FairwayCommand>[0]): Promise<ReadCheckpoints | undefined> {
  const configured = readAuditConfig(config).checkpoints;
  const file = options.checkpoints ?? configured?.file;
  if (file === undefined) {
    return undefined;
  }
  const signed = CheckpointFile.at(file);
  if (!(await signed.exists()) && (await auditRows.lastSeq(knex)) > 0) {
    throw new NotFoundError(
      'The file of checkpoints is not there; without it a trail that was cut off would look sound',
    );
  }
  const names = options.key ?? (configured ? [configured.keyFile] : []);
  const keys = await Promise.all(names.map(name => CheckpointKey.read(name)));
  return signed.read(keys);
}
