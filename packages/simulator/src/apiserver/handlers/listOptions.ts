import { failures } from '../failures';
import { continueToken, ContinueToken } from '../represent/continueToken';

/** The parameters of a list or watch that decide which state it shows. */
export interface ListOptions {
  limit: number;
  token: ContinueToken | undefined;
  /** Undefined: the newest. 0: any. */
  resourceVersion: number | undefined;
  exact: boolean;
}

function whole(value: string): number {
  if (!/^\d+$/.test(value)) {
    throw failures.badRequest(
      `invalid resource version: resourceVersion: Invalid value: ${JSON.stringify(
        value,
      )}: strconv.ParseUint: parsing ${JSON.stringify(value)}: invalid syntax`,
    );
  }
  return Number(value);
}

function checkMatch(
  query: URLSearchParams,
  match: string,
  version: string,
): void {
  const refuse = (why: string) => {
    throw failures.invalidOptions('ListOptions', 'resourceVersionMatch', why);
  };
  if (match && !version && !query.has('sendInitialEvents')) {
    refuse(
      'Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
  if (match && query.get('continue')) {
    refuse(
      'Forbidden: resourceVersionMatch is forbidden when continue is provided',
    );
  }
  if (match && !['Exact', 'NotOlderThan'].includes(match)) {
    refuse(
      `Unsupported value: "${match}": supported values: "Exact", "NotOlderThan", ""`,
    );
  }
  if (match === 'Exact' && version === '0') {
    refuse(
      'Forbidden: resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
    );
  }
}

/** Reads and checks them, with the refusals of a real server. */
export function listOptions(query: URLSearchParams): ListOptions {
  const version = query.get('resourceVersion') ?? '';
  const match = query.get('resourceVersionMatch') ?? '';
  const continued = query.get('continue') ?? '';
  checkMatch(query, match, version);
  if (continued && version && version !== '0') {
    throw failures.badRequest(
      'specifying resource version is not allowed when using continue',
    );
  }
  const limit = Number(query.get('limit') ?? 0) || 0;
  return {
    limit,
    token: continued ? continueToken.decode(continued) : undefined,
    resourceVersion: version ? whole(version) : undefined,
    // A page at a version shows exactly that version, also without saying so.
    exact: match === 'Exact' || (Boolean(limit) && !match && version > '0'),
  };
}
