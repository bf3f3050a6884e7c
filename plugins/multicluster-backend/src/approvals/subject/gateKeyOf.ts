/** What is decided about, by what its source calls it. */
type GateRef =
  | {
      kind: 'gate';
      source: string;
      runKey: string;
      gateId: string;
      gateVersion: string;
    }
  | { kind: 'pull'; source: string; runKey: string; gate: string }
  | { kind: 'lane'; source: string; policyKey: string };

/** What is decided, over all its openings: at most one request of a key is open. */
export function gateKeyOf(gate: GateRef): string {
  // Encoded: a tool's own ids may hold the bar, and two different gates must never have one key.
  return [gate.kind, gate.source, ...partsOf(gate)]
    .map(part => part.replace(/[%|]/g, encodeURIComponent))
    .join('|');
}

function partsOf(gate: GateRef): string[] {
  switch (gate.kind) {
    case 'gate':
      return [gate.runKey, gate.gateId, gate.gateVersion];
    case 'pull':
      return [gate.runKey, gate.gate];
    default:
      return [gate.policyKey];
  }
}
