import { ResourceType } from './ObjectStore';
import { StatusDetails, StatusError } from './StatusError';

interface Named {
  group: string;
  resource: string;
}

/** `propagationpolicies.policy.karmada.io`, or `pods` for the core group. */
function qualified(type: Named): string {
  return type.group ? `${type.resource}.${type.group}` : type.resource;
}

function details(type: Named, name?: string): StatusDetails {
  return {
    ...(name && { name }),
    ...(type.group && { group: type.group }),
    kind: type.resource,
  };
}

function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

function unauthorized(): StatusError {
  return new StatusError(401, 'Unauthorized', 'Unauthorized');
}

function notFound(type: Named, name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `${qualified(type)} "${name}" not found`,
    details(type, name),
  );
}

function alreadyExists(type: Named, name: string): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${qualified(type)} "${name}" already exists`,
    details(type, name),
  );
}

function conflict(type: Named, name: string, why?: string): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(type)} "${name}": ${
      why ??
      'the object has been modified; please apply your changes to the latest version and try again'
    }`,
    details(type, name),
  );
}

function forbidden(
  type: Named,
  name: string | undefined,
  why: string,
): StatusError {
  return new StatusError(
    403,
    'Forbidden',
    `${qualified(type)}${name ? ` "${name}"` : ''} is forbidden: ${why}`,
    details(type, name),
    { 'x-content-type-options': 'nosniff' },
  );
}

/** `detail` reads `Invalid value: 0: must be specified for an update`, `Forbidden: …`, `Required value: …`. */
function invalid(
  subject: { qualified: string; name: string; group?: string; kind: string },
  field: string,
  detail: string,
): StatusError {
  const reasons: Array<[string, string]> = [
    ['Forbidden', 'FieldValueForbidden'],
    ['Required', 'FieldValueRequired'],
    ['Unsupported', 'FieldValueNotSupported'],
  ];
  const reason =
    reasons.find(([word]) => detail.startsWith(word))?.[1] ??
    'FieldValueInvalid';
  return new StatusError(
    422,
    'Invalid',
    `${subject.qualified} "${subject.name}" is invalid: ${field}: ${detail}`,
    {
      ...(subject.name && { name: subject.name }),
      ...(subject.group && { group: subject.group }),
      kind: subject.kind,
      causes: [{ reason, message: detail, field }],
    },
  );
}

function invalidObject(
  type: ResourceType,
  name: string,
  field: string,
  detail: string,
): StatusError {
  return invalid(
    {
      qualified: qualified(type),
      name,
      group: type.group,
      kind: type.resource,
    },
    field,
    detail,
  );
}

/** As `invalidObject`, named by the kind: what a server says before it looks at its storage. */
function invalidKind(
  type: ResourceType,
  name: string,
  field: string,
  detail: string,
): StatusError {
  const { group, kind } = type;
  return invalid(
    { qualified: qualified({ group, resource: kind }), name, group, kind },
    field,
    detail,
  );
}

/** `detail` as for `invalid`: the parameters of a request are an object of their own. */
function invalidOptions(
  kind: 'ListOptions' | 'PatchOptions' | 'CreateOptions' | 'UpdateOptions',
  field: string,
  detail: string,
): StatusError {
  return invalid(
    {
      qualified: `${kind}.meta.k8s.io`,
      name: '',
      group: 'meta.k8s.io',
      kind,
    },
    field,
    detail,
  );
}

/** A kind or subresource that is not there, in a group that is. */
function noSuchResource(): StatusError {
  return new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

function expired(message: string): StatusError {
  return new StatusError(410, 'Expired', message);
}

function resourceVersionTooLarge(asked: number, current: number): StatusError {
  return new StatusError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${asked}, current: ${current}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );
}

function methodNotAllowed(): StatusError {
  return new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

function notAcceptable(why?: string): StatusError {
  return new StatusError(
    406,
    'NotAcceptable',
    why ??
      'only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf',
  );
}

function unsupportedMediaType(): StatusError {
  return new StatusError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml`,
  );
}

function serviceUnavailable(message?: string): StatusError {
  return new StatusError(
    503,
    'ServiceUnavailable',
    message ?? 'the server is currently unable to handle the request',
  );
}

function storageInitializing(): StatusError {
  return new StatusError(
    429,
    'TooManyRequests',
    'storage is (re)initializing',
    { retryAfterSeconds: 1 },
  );
}

function internal(message: string): StatusError {
  return new StatusError(
    500,
    'InternalError',
    `Internal error occurred: ${message}`,
    { causes: [{ message }] },
  );
}

/** The refusals of an API server, worded as recorded from a real one: clients match on these texts. */
export const failures = {
  qualified,
  badRequest,
  unauthorized,
  notFound,
  alreadyExists,
  conflict,
  forbidden,
  invalidObject,
  invalidKind,
  invalidOptions,
  noSuchResource,
  expired,
  resourceVersionTooLarge,
  methodNotAllowed,
  notAcceptable,
  unsupportedMediaType,
  serviceUnavailable,
  storageInitializing,
  internal,
} as const;
