import { approvalMessages } from './approvals';
import { deliveryMessages } from './delivery';
import { deliveryReasonMessages } from './deliveryReasons';
import { flattenMessages } from './flattenMessages';
import { sentences } from '@fairway/backstage-plugin-multicluster-common';
import { pageMessages } from './pageMessages';
import { reasonMessages } from './reasonMessages';
import { runsMessages } from './runs';
import { wordsZh } from './words.zh';
import zh from './zh';
import zhApprovals from './zhApprovals';
import zhDelivery from './zhDelivery';
import zhDeliveryReasons from './zhDeliveryReasons';
import zhRuns from './zhRuns';

const english: Record<string, string> = {
  ...flattenMessages(pageMessages),
  ...flattenMessages(reasonMessages),
  ...flattenMessages(deliveryMessages),
  ...flattenMessages(deliveryReasonMessages),
  ...flattenMessages(runsMessages),
  ...flattenMessages(approvalMessages),
  ...flattenMessages({ sentence: sentences }),
};
const chinese: Record<string, string> = {
  ...zh,
  ...zhDelivery,
  ...zhDeliveryReasons,
  ...zhRuns,
  ...zhApprovals,
};
/** What Kubernetes and this plugin call things, and what is typed as it is. */
const NAMES = /Kubernetes|Karmada|Pod|[\w-]+:[\w*.-]+/g;
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(match => match[1]).sort();

describe('the Chinese messages', () => {
  it('say every message, and none that does not exist', () => {
    const said = Object.keys(chinese).filter(key => !(key in wordsZh));
    expect(said.sort()).toEqual(Object.keys(english).sort());
  });

  it('fill in what the English ones do, and nothing else', () => {
    const wrong = Object.keys(english).filter(
      key =>
        String([...new Set(placeholders(english[key]))]) !==
        String([...new Set(placeholders(chinese[key] ?? ''))]),
    );
    expect(wrong).toEqual([]);
  });

  it('are Chinese, save for what is only made of parameters and names', () => {
    const untranslated = Object.entries(chinese).filter(
      ([, text]) =>
        !/[\u4e00-\u9fff]/.test(text) &&
        /[A-Za-z]{4,}/.test(
          text.replace(/\{\{\s*\w+\s*\}\}/g, '').replace(NAMES, ''),
        ),
    );
    expect(untranslated).toEqual([]);
  });
});
