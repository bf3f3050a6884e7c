import {
  createTranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import zh from './zh';

const KEY = 'sentence.placement.reasons.spread';
const chineseRef = createTranslationRef({
  id: 'multicluster.test-words',
  messages: zh as Record<string, string>,
});

function Said(props: { field: string }) {
  const { t } = useTranslationRef(chineseRef);
  const say = t as (key: string, params: Record<string, string>) => string;
  return <p>{say(KEY, props)}</p>;
}

describe('words in Chinese sentences', () => {
  it.each([
    ['region', '剩余的区域少于策略要求分布的数量'],
    ['zone', '剩余的可用区少于策略要求分布的数量'],
    ['rack', '剩余的rack少于策略要求分布的数量'],
  ])('say what is spread by: %s', async (field, text) => {
    await renderInTestApp(<Said field={field} />);
    expect(screen.getByText(text)).toBeInTheDocument();
  });
});
