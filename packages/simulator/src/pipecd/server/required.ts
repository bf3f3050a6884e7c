import { RpcError } from './RpcError';

/** A text that must not be empty, said as the generated validators say it. */
export function required(
  value: string | undefined,
  message: string,
  field: string,
): string {
  if (!value) {
    throw new RpcError(
      3,
      `invalid request: invalid ${message}.${field}: value length must be at least 1 runes`,
    );
  }
  return value;
}
