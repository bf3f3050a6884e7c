import {
  ReportedChange,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { toIso } from '../../../views/toIso';
import { LaneExemption } from '../../model/RequestRecord';
import { Basis } from './basisOf';
import { ContentChange } from './ContentChange';
import { OVERRIDDEN } from './OVERRIDDEN';

const CODES: Record<Basis['basis'], string> = {
  approved: 'approved',
  exempt: 'exempt',
  'decided-elsewhere': 'elsewhere',
  'actor-unknown': 'actorUnknown',
  emergency: 'emergency',
  'no-approval-found': 'none',
  'before-observation': 'before',
  'no-policy': 'noPolicy',
};

/** Whoever reads the report knows nothing of the words of a policy. */
const EXEMPTIONS: Record<LaneExemption, string> = {
  replicas: 'audit.exemption.replicas',
  failover: 'audit.exemption.failover',
  return: 'audit.exemption.return',
};

const BESIDE: Record<NonNullable<ContentChange['beside']>, string> = {
  settings: 'audit.change.settings',
  image: 'audit.change.image',
  'settings-and-image': 'audit.change.both',
};

/** A change with its basis, as the report shows it. */
export function toReportedChange(
  change: ContentChange,
  ground: Basis,
): ReportedChange {
  const { basis, request, actors, missing } = ground;
  const environment = change.environment ?? request?.environment ?? '';
  return {
    at: toIso(change.at),
    environment,
    entityRefs: change.entityRefs,
    subject: change.subject,
    source: change.source,
    clusters: [change.cluster],
    ...(change.from !== undefined && { from: change.from }),
    to: change.to,
    ...(change.beside && { change: besideOf(change.beside, change.to) }),
    basis,
    sentence: sentence(`audit.basis.${codeOf(ground)}`, {
      ...(missing && { versions: missing.join(', ') }),
      actors: actors.join(', '),
      ...(request?.exemption && {
        exemption: [sentence(EXEMPTIONS[request.exemption])],
      }),
    }),
    ...(request && {
      requestId: request.id,
      enforcement: request.enforcement,
    }),
    actors,
  };
}

/** What one person let through without votes is told apart from what needed none. */
function codeOf({ basis, request, missing, unnoted }: Basis): string {
  if (missing) {
    return 'partly';
  }
  if (unnoted) {
    return 'unnoted';
  }
  return basis === 'exempt' && request?.exemptionBasis === 'baseline'
    ? 'accepted'
    : CODES[basis];
}

function besideOf(
  beside: NonNullable<ContentChange['beside']>,
  version: string,
): Sentence {
  return version === OVERRIDDEN
    ? sentence('audit.change.hidden')
    : sentence(BESIDE[beside], { version });
}
