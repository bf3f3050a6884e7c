/** Environments in the order in which one is looked at for what a change brings: the nearest before it, then those after it. */
export function otherEnvironments(
  order: readonly string[],
  environment: string,
): string[] {
  const at = order.indexOf(environment);
  return [...order.slice(0, Math.max(0, at)).reverse(), ...order.slice(at + 1)];
}
