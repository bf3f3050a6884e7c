/** What is decided, over all its openings: at most one request of a key is open. */
export function gateKeyOf(
  gate:
    | {
        kind: 'gate';
        source: string;
        runKey: string;
        gateId: string;
        gateVersion: string;
      }
    | { kind: 'pull'; source: string; runKey: string; gate: string }
    | { kind: 'lane'; source: string; policyKey: string },
): string {
  const parts =
    gate.kind === 'gate'
      ? [gate.runKey, gate.gateId, gate.gateVersion]
      : gate.kind === 'pull'
      ? [gate.runKey, gate.gate]
      : [gate.policyKey];
  // Encoded: a tool's own ids may hold the bar, and two different gates must never have one key.
  return [gate.kind, gate.source, ...parts]
    .map(part => part.replace(/[%|]/g, encodeURIComponent))
    .join('|');
}
