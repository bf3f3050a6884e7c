import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** The caller may not see it, or it does not exist: both read the same, so that nobody learns names by asking. */
export function notFound(code: string, message: string): NotFoundError {
  return Object.assign(new NotFoundError(message), { code });
}

/** The caller sees that it exists but may not have this of it. */
export function notAllowed(code: string, message: string): NotAllowedError {
  return Object.assign(new NotAllowedError(message), { code });
}

/** What the caller sent cannot be understood. */
export function badInput(code: string, message: string): InputError {
  return Object.assign(new InputError(message), { code });
}

/** It cannot be had now. */
export function unavailable(
  code: string,
  message: string,
): ServiceUnavailableError {
  return Object.assign(new ServiceUnavailableError(message), { code });
}
