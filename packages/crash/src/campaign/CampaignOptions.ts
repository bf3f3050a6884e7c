import { Waves } from '../portal/crashWorld';
import { Crash } from '../plan/Crash';

/** What a campaign is run with. */
export interface CampaignOptions {
  /** Where the log of the portal goes. */
  dir: string;
  /** The bundled back end. */
  file: string;
  /** `backend.database` of the portal; kept over all crashes, as a real one is. */
  database: object;
  /** How many back ends there are over that database. */
  replicas: number;
  /** What has to be so before the next cluster of a lane is released. */
  waves: Waves;
  seed: number;
  crashes: Crash[];
  /** Number of the first crash to try; those before it are left out. */
  from: number;
  /** Stops when this moment has come (milliseconds since the epoch), and says where. */
  until: number;
  say(line: string): void;
}
