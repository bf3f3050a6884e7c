import type { DirectoryFacts } from './directory/DirectoryFacts';
import type { Known } from './PersonDesk';

/** What is read before the transaction of something that a person does. */
export interface PersonGrounds {
  facts: DirectoryFacts;
  known: Known;
}
