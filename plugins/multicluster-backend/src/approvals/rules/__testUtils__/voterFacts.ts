import { VoterFacts } from '../quorum/VoterFacts';

/** What a catalog says, from plain data. */
export function voterFacts(said: {
  groups?: Record<string, string[]>;
  owners?: string[];
}): VoterFacts {
  return {
    groupsOf: user => said.groups?.[user] ?? [],
    owners: said.owners ?? [],
  };
}
