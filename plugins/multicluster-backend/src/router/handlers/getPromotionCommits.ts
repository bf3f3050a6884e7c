import { stringifyEntityRef } from '@backstage/catalog-model';
import { Request, Response } from 'express';
import { audited } from '../audited';
import { RouterOptions } from '../RouterOptions';

type Path = { namespace: string; kind: string; name: string };

/** `GET /v1/entities/{namespace}/{kind}/{name}/promotion/commits` */
export function getPromotionCommits(
  options: Pick<RouterOptions, 'auditor' | 'httpAuth' | 'promotionCommits'>,
) {
  return async (req: Request<Path>, res: Response): Promise<void> => {
    const entityRef = stringifyEntityRef(req.params);
    // The validation before has seen that both are there once.
    const [from, to] = [req.query.from, req.query.to].map(String);
    await audited(
      options.auditor,
      {
        eventId: 'detail-fetch',
        request: req,
        meta: { queryType: 'promotion-commits', entityRef, from, to },
      },
      async () => {
        const credentials = await options.httpAuth.credentials(req, {
          allow: ['user'],
        });
        const commits = await options.promotionCommits.commits(
          { entityRef, from, to },
          { credentials },
        );
        res.setHeader('Cache-Control', 'private, no-store');
        res.json(commits);
      },
    );
  };
}
