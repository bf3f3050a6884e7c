import { decidesAbout } from '../plan/decidesAbout';
import { StoryKind } from '../plan/StoryKind';
import { CampaignOptions } from './CampaignOptions';
import { CampaignResult } from './runCampaign';

const KINDS: readonly StoryKind[] = ['runs', 'lanes'];

/** What people decided about while it was crashed, and of which nothing ever had an effect: nothing was proven of it. */
export function kindsInVain(
  result: Pick<CampaignResult, StoryKind | 'next'>,
  { crashes, from }: Pick<CampaignOptions, 'crashes' | 'from'>,
): StoryKind[] {
  const tried = crashes.slice(from, result.next);
  return KINDS.filter(
    kind =>
      result[kind].effects === 0 &&
      tried.some(crash => decidesAbout(crash, kind)),
  );
}
