import { HumanDuration } from '@backstage/types';

export interface Config {
  multicluster?: {
    /**
     * Environments in order of promotion, and what belongs to them: clusters, namespaces and labels of workloads, all of what
     * is named, or pipelines. The first whose rule holds wins. While there are none, the order development, test, production
     * is shown and nothing belongs to any.
     */
    environments?: Array<{
      /** Name, as in filters and answers. */
      name: string;
      /** What people read; the name when absent. */
      title?: string;
      /** Which clusters; everything named here must hold. */
      clusters?: {
        /** Names, with `*` and `?`. */
        names?: string[];
        /** Labels of the cluster at its control plane. */
        labels?: { [key: string]: string };
        /** Configured name of a source. */
        controlPlane?: string;
      };
      /** Namespaces, with `*` and `?`; on clusters that hold by `clusters`, or on any where that is absent. */
      namespaces?: string[];
      /** Which workloads. */
      workloads?: {
        /** Labels of the template. */
        labels?: { [key: string]: string };
      };
      /** Pipelines that deliver to it; one that holds is enough. Each must name a source, names or labels. */
      pipelines?: Array<{
        /** Configured name of a source. */
        source?: string;
        /** Names of pipelines, with `*` and `?`. */
        names?: string[];
        /** Labels of the pipeline, or labels and parameters of the run. */
        labels?: { [key: string]: string };
        /** Name of the stage by whose end a run has arrived there; the whole run when absent. */
        stage?: string;
      }>;
    }>;

    /** How clusters are judged. */
    clusters?: {
      /** Clusters that come and go by design, for example at the edge; names with `*` and `?`. */
      intermittent?: string[];
      /** How long a cluster may not be ready before owners are notified; one minute by default. */
      grace?: HumanDuration | string;
      /** The same for intermittent clusters; one day by default. */
      intermittentGrace?: HumanDuration | string;
    };

    /** How entities find their workloads. */
    matching?: {
      /**
       * What is shown of workloads that only the entity's own YAML claims: `hidden` (the default) or `placement`, which
       * lets whoever can register an entity see where any workload runs.
       */
      claimed?: 'hidden' | 'placement';
      /**
       * The platform's word on whom a namespace belongs to. Confirms what entities of the owner claim there, and keeps labels
       * from confirming anything for others. An owner and a system in one entry must both be the entity's.
       */
      namespaces?: Array<{
        /** Configured name of a source; any when absent. */
        controlPlane?: string;
        /** Namespace, with `*` and `?`. */
        namespace: string;
        /** Ref of the owner. */
        owner?: string;
        /** Ref of the system. Every entity names its own, so without an owner it needs `trustSystem`. */
        system?: string;
        /** Accepts a system without an owner: whoever may register entities then has the namespace. */
        trustSystem?: boolean;
      }>;
      /**
       * The platform's word on whom a pipeline belongs to. Confirms what entities of the owner claim of it, and keeps everything
       * else from confirming it for others. An owner and a system in one entry must both be the entity's.
       */
      pipelines?: Array<{
        /** Configured name of a source; any when absent. */
        source?: string;
        /** Name of the pipeline, with `*` and `?`. */
        name: string;
        /** Ref of the owner. */
        owner?: string;
        /** Ref of the system. Every entity names its own, so without an owner it needs `trustSystem`. */
        system?: string;
        /** Accepts a system without an owner: whoever may register entities then has the pipelines. */
        trustSystem?: boolean;
      }>;
      /** How often the catalog is read for what entities claim; 30 seconds by default. */
      every?: HumanDuration | string;
    };

    /** Approvals: who decides what, and how that is kept. */
    approvals?: {
      /** Whether requests are opened and delivered; true when there are policies. */
      enabled?: boolean;
      /** For trying it out. Says nothing where NODE_ENV is `production`. */
      outsideProduction?: {
        /** Lets people vote without the permission framework, as the guest, and on a database that is gone after a restart. */
        allowWithoutRules?: boolean;
      };
      /**
       * Where groups must come from to count: targets of catalog locations, all that begin so where one ends in `*`. Name the branch:
       * one that ends at the repository covers every pull request to it. Absent: anywhere, so that whoever may register a group may
       * decide by it.
       */
      groupLocations?: string[];
      /** Who people are that tools and commits name. The first that matches holds; else the address of a User's profile. */
      people?: Array<{
        /** Name in a tool, author or address, with `*` and `?`. */
        match: string;
        /** Ref of the user. */
        user: string;
      }>;
      /** The first that names the environment, source and pipeline holds. One that is not valid lets nobody vote. */
      policies?: Array<{
        name?: string;
        /** Names of environments. */
        environments: string[];
        /** Configured names of sources, with `*` and `?`; any when absent. */
        sources?: string[];
        /** Names of pipelines, or of policies of lanes, with `*` and `?`; any when absent. */
        pipelines?: string[];
        /** Whether the defaults of production hold; true for an environment called `production`. */
        production?: boolean;
        /**
         * Who has to agree: `{ atLeast: 2, of: { groups: [...], users: [...], owners: true } }`, or `all` or `any` of such rules.
         */
        require: {
          atLeast?: number;
          of?: { groups?: string[]; users?: string[]; owners?: boolean };
          all?: object[];
          any?: object[];
        };
        /** How many rejections end it; one by default. */
        rejections?: number;
        separation?: {
          /** Whoever asked for a change does not decide it; true by default. */
          requester?: boolean;
          /** Whoever wrote it does not; true by default in production. */
          author?: boolean;
          /** What an author whom nobody in the catalog is means; `block` by default in production, else `allow`. */
          unmappedAuthor?: 'block' | 'allow';
        };
        subject?: {
          /** Commit, images and targets must be known; true by default in production. */
          complete?: boolean;
          /** What a tag that can be moved means; `allow` by default, and it is named. */
          unpinned?: 'allow' | 'refuse';
        };
        /** Undecided for that long, it expires; with the tool alone when absent. */
        expiresAfter?: HumanDuration | string;
        /** Percents of that time at which people are reminded; 50 and 80 by default. */
        remindAt?: number[];
        /** How long a decision can be taken back; ten seconds by default in production, else not at all. */
        recall?: HumanDuration | string;
        /** When something may take effect. A freeze beats every opening. */
        windows?: Array<{
          name?: string;
          kind: 'allow' | 'deny';
          /** IANA, for example `Europe/Berlin`. */
          timezone: string;
          /** Names of days in English, at least three letters; every day when absent. */
          days?: string[];
          /** `HH:mm`, or a date and time without an offset for one that is not weekly. */
          from: string;
          to: string;
        }>;
        /** Whether what is decided goes on when a freeze begins before it was delivered; false by default. */
        overrun?: boolean;
        /** What a newer change does to an older request: closes it, or lets both wait; `latest` by default. */
        supersede?: 'latest' | 'queue';
        comment?: 'optional' | 'required' | 'on-reject';
        /** Offers to decide past quorum and windows, to those with the permission; not offered when absent. */
        breakGlass?: {
          /** Regular expression that a ticket has to match as a whole. */
          ticket?: string;
          /** How soon somebody else has to look at it; one day by default. */
          reviewWithin?: HumanDuration | string;
        };
        /** Changes of a lane that need no new approval; all of them by default. */
        exempt?: { replicas?: boolean; failover?: boolean; return?: boolean };
        /** How a lane is released: cluster by cluster in the order of names when absent. */
        waves?: {
          /** Clusters of each wave. */
          clusters?: string[][];
          /** What lets the next wave begin; `healthy` by default. */
          next?: 'healthy' | 'person';
        };
        /** Refs of groups whose work it is when something halts, expires or was decided past the rules. */
        escalate?: string[];
      }>;
      /** Policies whose dispatch the portal holds. */
      lanes?: {
        /**
         * How long people have to release approved content that goes elsewhere because a cluster was lost, before the portal does
         * it by itself; 45 seconds by default, at most a day. A policy that says `exempt: { failover: false }` leaves it to votes.
         */
        moveAfter?: HumanDuration | string;
      };
      /** Agents whose pipelines may ask the portal. */
      pullGates?: Array<{
        name?: string;
        /** Configured name of the source whose runs they execute. */
        source: string;
        /** Names by which stages ask; `release` alone when absent. */
        gates?: string[];
        /** Keys of agents whose runs they may ask about; every agent of the source when absent. */
        agents?: string[];
        /** @visibility secret */
        secret?: string;
        /**
         * Several while one is replaced by the next.
         * @deepVisibility secret
         */
        secrets?: string[];
        secretFile?: string;
        secretFiles?: string[];
      }>;
      audit?: {
        /** Signs the trail again and again. Without it nobody can tell when its end was cut off. */
        checkpoints?: {
          /** File that checkpoints are appended to, outside of the database, where whoever may write to the database cannot. */
          file: string;
          /** PEM file of an Ed25519 key. */
          keyFile: string;
          /** Ten minutes by default. */
          every?: HumanDuration | string;
        };
      };
    };

    /** How long is kept what is not needed for today's answers. */
    retention?: {
      /** Changes of derived states, which history reads from; 90 days by default. */
      transitions?: HumanDuration | string;
      /** Runs of pipelines that are over, from when they ended; 90 days by default. */
      runs?: HumanDuration | string;
    };

    /** Reads on demand: pods, events, rendered manifests and logs. */
    detail?: {
      /** How long each cluster may take; three seconds by default. */
      deadline?: HumanDuration | string;
      /** Reads under way at once, over all callers; 32 by default. */
      maxInFlight?: number;
      /** Logs that a user may follow at once; 4 by default. */
      logsPerUser?: number;
      /** Characters of a log before it ends; ten million by default. */
      logMaxChars?: number;
      /** How long a log may be followed; half an hour by default. */
      logMaxDuration?: HumanDuration | string;
    };
  };
}
