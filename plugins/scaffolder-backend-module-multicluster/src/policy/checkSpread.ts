import { SpreadConstraint } from './PropagationPolicy';

/** The rules of Karmada's ValidateSpreadConstraint. */
export function checkSpread(
  constraints: SpreadConstraint[],
  at: string,
): string[] {
  const path = `${at}.spreadConstraints`;
  const fields = constraints.flatMap(c => c.spreadByField ?? []);
  const findings = constraints.flatMap((constraint, i) =>
    checkConstraint(constraint, `${path}[${i}]`),
  );
  for (const field of new Set(fields)) {
    if (fields.filter(other => other === field).length > 1) {
      findings.push(`${path}: only one constraint by ${field} is allowed`);
    }
  }
  if (fields.length > 0 && !fields.includes('cluster')) {
    findings.push(
      `${path}: a constraint by ${fields[0]} needs one by cluster beside it`,
    );
  }
  return findings;
}

function checkConstraint(
  { spreadByField, spreadByLabel, minGroups, maxGroups }: SpreadConstraint,
  at: string,
): string[] {
  const findings: string[] = [];
  if (spreadByField && spreadByLabel) {
    findings.push(`${at}: spreads by a field or by a label, not by both`);
  }
  if (maxGroups && maxGroups < (minGroups ?? 0)) {
    findings.push(`${at}: maxGroups is lower than minGroups`);
  }
  return findings;
}
