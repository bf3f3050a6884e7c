import { ControlPlaneSettings } from './config/readControlPlane';
import { ProjectSettings, WebSettings } from './config/readProject';
import { PipecdActAs } from './PipecdActAs';
import { ProjectClient } from './ProjectClient';
import { SigningKeySessions } from './session/SigningKeySessions';
import { StaticSessions } from './session/StaticSessions';
import { WebSessions } from './session/WebSessions';
import { ControlPlane } from './wire/ControlPlane';
import { InputError } from '@backstage/errors';

/**
 * The way into one project. Opens nothing yet.
 *
 * @throws InputError that names the key and the reason
 * @internal
 */
export function connect(
  controlPlane: ControlPlane,
  { url }: ControlPlaneSettings,
  { project, apiKey, web, configKey }: ProjectSettings,
  actAs?: PipecdActAs,
): ProjectClient {
  return ProjectClient.create({
    controlPlane,
    project,
    apiKey,
    ...(web && { web: sessions(web, { project, url, configKey, actAs }) }),
  });
}

function sessions(
  web: WebSettings,
  {
    project,
    url,
    configKey,
    actAs,
  }: {
    project: string;
    url: string | undefined;
    configKey: string;
    actAs: PipecdActAs | undefined;
  },
): WebSessions {
  if (web.mode === 'signing-key') {
    return SigningKeySessions.create({ ...web, project, actAs });
  }
  if (!url) {
    throw new InputError(
      `${configKey}.web.mode: static needs the url of the control plane, where the login is`,
    );
  }
  return StaticSessions.create({ ...web, project, url });
}
