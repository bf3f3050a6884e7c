import { Config } from '@backstage/config';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';
import { globToRegExp } from '../../../util/globToRegExp';
import { policyHash } from '../digest/policyHash';
import { builtInPolicy } from './builtInPolicy';
import { readPolicy } from './readPolicy';
import { tightenPolicy } from './tightenPolicy';

const KEY = 'multicluster.approvals.policies';
const PRODUCTION = 'production';

/** What is decided by a policy. */
export interface PolicyQuestion {
  environment?: string;
  /** Configured name of the source. */
  source: string;
  /** Name of the pipeline, or of the placement policy of a lane. */
  pipeline?: string;
  /** Values of the annotation by which entities tighten it. */
  tighten?: readonly string[];
}

/** By what something is decided. */
export interface PolicyAnswer {
  policy: ApprovalPolicy;
  hash: string;
  /** What is wrong with it, in English: nobody may vote by it. */
  invalid?: string;
}

/** Policies of the configuration, and what is wrong with them. */
export interface ApprovalPolicies {
  policyFor(question: PolicyQuestion): PolicyAnswer;
  problems: Array<{ key: string; reason: string }>;
  /** How many the platform has written. */
  count: number;
  /** Names of environments in which any of them asks for approval, of whatever comes there. */
  environments: string[];
}

interface Entry {
  applies(question: PolicyQuestion): boolean;
  /** Names. */
  environments: string[];
  policy: ApprovalPolicy;
  invalid?: string;
}

/**
 * Reads `multicluster.approvals.policies`. The first that names the environment, and the source and pipeline where it names any,
 * decides. One that cannot be used keeps its place, so that nobody votes by the next one instead; one of which not even the
 * environments can be read stands for all of them.
 */
export function readApprovalPolicies(config: Config): ApprovalPolicies {
  const environments = (
    config.getOptionalConfigArray('multicluster.environments') ?? []
  ).flatMap(entry => entry.getOptionalString('name') ?? []);
  const problems: ApprovalPolicies['problems'] = [];
  const entries = (config.getOptionalConfigArray(KEY) ?? []).map(
    (entry, index) => {
      const key = `${KEY}[${index}]`;
      const report = (reason: string) => problems.push({ key, reason });
      return readEntry(entry, `${index + 1}`, environments, report);
    },
  );
  return {
    problems,
    count: entries.length,
    environments: [...new Set(entries.flatMap(entry => entry.environments))],
    policyFor: question => answer(entries, question),
  };
}

function readEntry(
  config: Config,
  position: string,
  known: string[],
  report: (reason: string) => void,
): Entry {
  let applies: Entry['applies'] = () => true;
  let production = true;
  // One that does not say for which it is stands for all of them.
  let environments = known;
  try {
    environments = config.getStringArray('environments');
    applies = readScope(config, environments);
    production =
      config.getOptionalBoolean('production') ??
      environments.includes(PRODUCTION);
    environments
      .filter(name => known.length > 0 && !known.includes(name))
      .forEach(name => report(`there is no environment '${name}'`));
    const name = config.getOptionalString('name') ?? `policy ${position}`;
    const policy = readPolicy(config, name, { production });
    return { applies, environments, policy };
  } catch (error) {
    const invalid = (error as Error).message;
    report(invalid);
    const policy = builtInPolicy({ production });
    return { applies, environments, policy, invalid };
  }
}

function readScope(config: Config, environments: string[]): Entry['applies'] {
  const patterns = (key: string) =>
    config.getOptionalStringArray(key)?.map(globToRegExp);
  const sources = patterns('sources');
  const pipelines = patterns('pipelines');
  return ({ environment, source, pipeline }) =>
    environment !== undefined &&
    environments.includes(environment) &&
    (sources?.some(pattern => pattern.test(source)) ?? true) &&
    (pipelines?.some(
      pattern => pipeline !== undefined && pattern.test(pipeline),
    ) ??
      true);
}

function answer(entries: Entry[], question: PolicyQuestion): PolicyAnswer {
  const entry = entries.find(one => one.applies(question));
  // What belongs to no environment may be production for all anybody knows.
  const production = [PRODUCTION, undefined].includes(question.environment);
  let { policy, invalid } = entry ?? {
    policy: builtInPolicy({ production }),
    invalid: undefined,
  };
  for (const annotation of question.tighten ?? []) {
    try {
      policy = tightenPolicy(policy, annotation);
    } catch (error) {
      invalid ??= (error as Error).message;
    }
  }
  return {
    policy,
    hash: policyHash(policy),
    ...(invalid !== undefined && { invalid }),
  };
}
