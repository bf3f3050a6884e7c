import { deliveryMarks } from './deliveryMarks';

// An annotation may hold 256 KiB; what a tool names itself by is short, and it is looked up by an index.
const LONGEST = 512;

/**
 * The marks of delivery tools among the annotations of an object. What is no text, empty, or too long for a name is left out.
 *
 * @returns undefined when there are none, as `WorkloadFact.marks` wants it
 * @public
 */
export function readDeliveryMarks(
  annotations: unknown,
): Record<string, string> | undefined {
  if (typeof annotations !== 'object' || annotations === null) {
    return undefined;
  }
  const found = deliveryMarks.flatMap(name => {
    const value: unknown = Object.getOwnPropertyDescriptor(
      annotations,
      name,
    )?.value;
    return typeof value === 'string' && value && value.length <= LONGEST
      ? [[name, value] as const]
      : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
