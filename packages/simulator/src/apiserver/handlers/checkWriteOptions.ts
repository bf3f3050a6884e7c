import { failures } from '../failures';
import { Exchange } from '../http/Exchange';

const KINDS = {
  POST: 'CreateOptions',
  PUT: 'UpdateOptions',
  PATCH: 'PatchOptions',
} as const;

/** Refuses values of `dryRun` and `fieldValidation` that mean nothing. */
export function checkWriteOptions({ method, query }: Exchange): void {
  const kind = KINDS[method as keyof typeof KINDS] ?? 'PatchOptions';
  const dryRun = query.getAll('dryRun').filter(value => value !== 'All');
  if (dryRun.length) {
    throw failures.invalidOptions(
      kind,
      'dryRun',
      `Unsupported value: ${JSON.stringify(dryRun)}: supported values: "All"`,
    );
  }
  const validation = query.get('fieldValidation') ?? '';
  if (!['', 'Ignore', 'Strict', 'Warn'].includes(validation)) {
    throw failures.invalidOptions(
      kind,
      'fieldValidation',
      `Unsupported value: "${validation}": supported values: "", "Ignore", "Strict", "Warn"`,
    );
  }
}
